import type { Records } from '../../application/ports/store';
import type { Session } from './session';

/** The id of what a table keeps under a key. */
export const recordId = (table: string, key: string): string => JSON.stringify([table, key]);

/** Records in a collection of their own, ordered by key. */
export class MongoRecords implements Records {
  constructor(private readonly session: Session) {}

  async all(table: string): Promise<readonly { readonly key: string; readonly value: string }[]> {
    const found = await this.session.ask(() =>
      this.session.records.find({ table }).sort({ key: 1 }).toArray(),
    );
    return found.map(({ key, value }) => ({ key, value }));
  }

  async put(table: string, key: string, value: string): Promise<void> {
    await this.session.ask(() =>
      this.session.records.replaceOne({ _id: recordId(table, key) }, { table, key, value }, { upsert: true }),
    );
  }

  async remove(table: string, key: string): Promise<void> {
    await this.session.ask(() => this.session.records.deleteOne({ _id: recordId(table, key) }));
  }
}

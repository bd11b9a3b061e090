import { isDuplicate } from './mongo-faults';
import { recordId } from './mongo-records';
import type { Session } from './session';

/** Records of a table of their own. */
const TABLE = 'tallies';
/** A tally need not outlive the server that took it. */
const SHORT_LIVED = { writeConcern: { w: 1 } } as const;

/** Short texts that several processes change: each change names what it has found. */
export class Tallies {
  constructor(private readonly session: Session) {}

  async read(key: string): Promise<string | undefined> {
    const it = { _id: recordId(TABLE, key) };
    const stored = await this.session.ask(() => this.session.records.findOne(it));
    return stored?.value;
  }

  async swap(key: string, from: string | undefined, to: string): Promise<boolean> {
    const _id = recordId(TABLE, key);
    if (from === undefined)
      return this.session.ask(() => this.#insert({ _id, table: TABLE, key, value: to }));
    const result = await this.session.ask(() =>
      this.session.records.updateOne({ _id, value: from }, { $set: { value: to } }, SHORT_LIVED),
    );
    return result.matchedCount === 1;
  }

  async #insert(record: Parameters<Session['records']['insertOne']>[0]): Promise<boolean> {
    try {
      await this.session.records.insertOne(record, SHORT_LIVED);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}

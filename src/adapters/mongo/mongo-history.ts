import type { History } from '../../application/ports/store';
import type { PastLine } from '../../domain/referral/referral';
import type { Session, StoredLine } from './session';

const lineId = (referral: string, n: number): string => JSON.stringify([referral, n]);

/** The history in a collection of its own, a document a line. */
export class MongoHistory implements History {
  constructor(private readonly session: Session) {}

  /** One command; that a row is there already is acknowledged, too, only when a majority has it. */
  async keep(referral: string, lines: readonly PastLine[]): Promise<void> {
    if (lines.length === 0) return;
    const writes = lines.map((line) => {
      const row: Omit<StoredLine, '_id'> = { referral, ...line };
      const filter = { _id: lineId(referral, line.n) };
      return { updateOne: { filter, update: { $setOnInsert: row }, upsert: true } };
    });
    await this.session.ask(() => this.session.history.bulkWrite(writes));
  }

  async before(referral: string, n: number, limit: number): Promise<readonly PastLine[]> {
    const projection = { _id: 0, referral: 0 };
    const lines = await this.session.ask(() =>
      this.session.history
        .find({ referral, n: { $lt: n } }, { projection })
        .sort({ n: -1 })
        .limit(limit)
        .toArray(),
    );
    return lines;
  }
}

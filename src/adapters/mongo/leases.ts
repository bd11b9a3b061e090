import type { Claim, Claimed, DocumentRef } from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind } from '../../domain/documents';
import type { Session } from './session';
import { type Aside, READ_WITH } from './set-aside';
import { storedId } from './stored-document';

/** A lease need not outlive the server that took it: then another may work on the same, as after any lease that ran out. */
const SHORT_LIVED = { writeConcern: { w: 1 } } as const;
/** The order of what is due, and the index that has it. */
const DUE = { wakeAt: 1, _id: 1 } as const;
const FREE = { $set: { leasedUntil: null, leaseHolder: null } };

/** Who works on what. */
export class Leases {
  constructor(
    private readonly session: Session,
    private readonly aside: Aside,
  ) {}

  /** One after the other, as each is found and taken in one step. */
  async claim({ now, realNow, until, holder, limit, kinds }: Claim): Promise<Claimed[]> {
    const due = {
      wakeAt: { $lte: now },
      $or: [{ leasedUntil: null }, { leasedUntil: { $lte: realNow } }],
      kind: { $in: [...kinds] },
      minLeaser: { $lte: SCHEMA },
      minReader: { $lte: SCHEMA },
      setAside: { $ne: true },
    };
    const taken = { $set: { leasedUntil: until, leaseHolder: holder } };
    // Few are due; the server might go through all there is of each kind.
    const order = { sort: DUE, hint: DUE };
    const options = { ...SHORT_LIVED, ...order, projection: READ_WITH };
    const claimed: Claimed[] = [];
    while (claimed.length < limit) {
      const stored = await this.session.ask(() =>
        this.session.documents.findOneAndUpdate(due, taken, options),
      );
      if (!stored) break;
      const [document] = await this.aside.readable([stored]);
      if (document) claimed.push({ kind: stored.kind, id: stored.id, document });
    }
    return claimed;
  }

  async nextWake(except: readonly DocumentKind[]): Promise<number | undefined> {
    const filter = { wakeAt: { $ne: null }, kind: { $nin: [...except] } };
    const options = { projection: { wakeAt: 1 }, sort: DUE, hint: DUE };
    const stored = await this.session.ask(() => this.session.documents.findOne(filter, options));
    return stored?.wakeAt ?? undefined;
  }

  async renew({ kind, id }: DocumentRef, holder: string, until: number): Promise<boolean> {
    const mine = { _id: storedId(kind, id), leaseHolder: holder };
    const result = await this.session.ask(() =>
      this.session.documents.updateOne(mine, { $set: { leasedUntil: until } }, SHORT_LIVED),
    );
    return result.matchedCount === 1;
  }

  async release({ kind, id }: DocumentRef, holder: string): Promise<void> {
    const mine = { _id: storedId(kind, id), leaseHolder: holder };
    await this.session.ask(() => this.session.documents.updateOne(mine, FREE, SHORT_LIVED));
  }

  async takeBack(isGone: (holder: string) => boolean): Promise<number> {
    // The type must be asked for, each time: the index has nothing else.
    const text = { $type: 'string' as const };
    const holders = await this.session.ask(() =>
      this.session.documents.distinct('leaseHolder', { leaseHolder: text }),
    );
    const gone = holders.filter((holder) => holder !== null && isGone(holder));
    if (gone.length === 0) return 0;
    const theirs = { leaseHolder: { ...text, $in: gone } };
    const result = await this.session.ask(() => this.session.documents.updateMany(theirs, FREE));
    return result.modifiedCount;
  }
}

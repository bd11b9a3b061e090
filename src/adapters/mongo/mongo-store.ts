import { migrate } from '../../domain/migrate';
import { NewerDocument } from '../../application/ports/faults';
import type { DocumentRef, ListPage, ListQuery, RowKey, Store } from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind, Documents } from '../../domain/documents';
import { filterOf } from './list-filter';
import { isDuplicate } from './mongo-faults';
import type { Session } from './session';
import { fieldsOf, type Project, storedId } from './stored-document';

const WORKABLE = { minLeaser: { $lte: SCHEMA }, minReader: { $lte: SCHEMA } };

/** The store in one MongoDB collection. Lists leave out what only a newer program may read. */
export class MongoStore implements Store {
  constructor(
    private readonly session: Session,
    private readonly project: Project,
  ) {}

  async get<K extends DocumentKind>(kind: K, id: string): Promise<Documents[K] | undefined> {
    const projection = { body: 1, minReader: 1 };
    const stored = await this.session.ask(() =>
      this.session.documents.findOne({ _id: storedId(kind, id) }, { projection }),
    );
    if (!stored) return undefined;
    if (stored.minReader > SCHEMA) throw new NewerDocument(id, stored.minReader);
    return migrate(kind, JSON.parse(stored.body) as Documents[K]);
  }

  async insert<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean> {
    const { id } = document;
    const fields = fieldsOf(document, 1, this.project);
    return this.session.ask(async () => {
      try {
        const unleased = { leasedUntil: null, leaseHolder: null };
        await this.session.documents.insertOne({ _id: storedId(kind, id), kind, id, ...unleased, ...fields });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    });
  }

  async save<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean> {
    const { id, version } = document;
    const fields = fieldsOf(document, version + 1, this.project);
    const result = await this.session.ask(() =>
      this.session.documents.updateOne({ _id: storedId(kind, id), version }, { $set: fields }),
    );
    return result.matchedCount === 1;
  }

  async due(now: number, realNow: number, limit: number): Promise<readonly DocumentRef[]> {
    if (limit < 1) return [];
    const free = { $or: [{ leasedUntil: null }, { leasedUntil: { $lte: realNow } }] };
    const found = await this.session.ask(() =>
      this.session.documents
        .find({ wakeAt: { $lte: now }, ...free, ...WORKABLE }, { projection: { kind: 1, id: 1 } })
        .sort({ wakeAt: 1, _id: 1 })
        .limit(limit)
        .toArray(),
    );
    return found.map(({ kind, id }) => ({ kind, id }));
  }

  async nextWake(except: readonly DocumentKind[]): Promise<number | undefined> {
    const filter = { wakeAt: { $ne: null }, kind: { $nin: [...except] } };
    const options = { projection: { wakeAt: 1 }, sort: { wakeAt: 1 as const } };
    const stored = await this.session.ask(() => this.session.documents.findOne(filter, options));
    return stored?.wakeAt ?? undefined;
  }

  async lease(ref: DocumentRef, holder: string, realNow: number, until: number): Promise<boolean> {
    const mine = {
      $or: [{ leasedUntil: null }, { leasedUntil: { $lte: realNow } }, { leaseHolder: holder }],
    };
    const taken = { $set: { leasedUntil: until, leaseHolder: holder } };
    const result = await this.session.ask(() =>
      this.session.documents.updateOne({ _id: storedId(ref.kind, ref.id), ...mine, ...WORKABLE }, taken),
    );
    return result.matchedCount === 1;
  }

  async release(ref: DocumentRef, holder: string): Promise<void> {
    const given = { $set: { leasedUntil: null, leaseHolder: null } };
    await this.session.ask(() =>
      this.session.documents.updateOne({ _id: storedId(ref.kind, ref.id), leaseHolder: holder }, given),
    );
  }

  async list<K extends DocumentKind>(
    kind: K,
    query: ListQuery,
    limit: number,
    after?: RowKey,
  ): Promise<ListPage<Documents[K]>> {
    if (limit < 1) return { items: [] };
    const projection = { body: 1, urgency: 1, id: 1 };
    // One more than asked says whether there is another page.
    const found = await this.session.ask(() =>
      this.session.documents
        .find(filterOf(kind, query, after), { projection })
        .sort({ urgency: 1, id: 1 })
        .limit(limit + 1)
        .toArray(),
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const items = shown.map((stored) => migrate(kind, JSON.parse(stored.body) as Documents[K]));
    if (!last || found.length <= limit) return { items };
    return { items, next: { urgency: last.urgency, id: last.id } };
  }

  async count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number> {
    if (atMost < 1) return 0;
    return this.session.ask(() =>
      this.session.documents.countDocuments(filterOf(kind, query), { limit: atMost }),
    );
  }

  async check(): Promise<void> {
    const counted = { $inc: { count: 1 } };
    await this.session.ask(() => this.session.probes.updateOne({ _id: 'check' }, counted, { upsert: true }));
  }

  async close(): Promise<void> {
    await this.session.close();
  }
}

import { NewerDocument, UnreadableDocument } from '../../application/ports/faults';
import type {
  Claim,
  Claimed,
  DocumentRef,
  Inspected,
  ListPage,
  ListQuery,
  RowKey,
  Store,
  Totals,
} from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind, Documents } from '../../domain/documents';
import { Finder } from './finder';
import { GatheredInserts } from './gathered-inserts';
import { GatheredReads } from './gathered-reads';
import { missingIndexes } from './indexes';
import { Leases } from './leases';
import type { Session } from './session';
import { Aside } from './set-aside';
import { Tallies } from './tallies';
import { documentOf, fieldsOf, type Project, storedId } from './stored-document';

/** The store in one MongoDB collection. Lists leave out what only a newer program may read. */
export class MongoStore implements Store {
  private readonly aside: Aside;
  private readonly leases: Leases;
  private readonly finder: Finder;
  private readonly reads: GatheredReads;
  private readonly inserts: GatheredInserts;
  private readonly tallies: Tallies;

  constructor(
    private readonly session: Session,
    private readonly project: Project,
  ) {
    this.aside = new Aside(session);
    this.leases = new Leases(session, this.aside);
    this.finder = new Finder(session);
    this.reads = new GatheredReads(session);
    this.inserts = new GatheredInserts(session);
    this.tallies = new Tallies(session);
  }

  async get<K extends DocumentKind>(kind: K, id: string): Promise<Documents[K] | undefined> {
    const stored = await this.reads.read(storedId(kind, id));
    if (!stored) return undefined;
    if (stored.minReader > SCHEMA) throw new NewerDocument(id, stored.minReader);
    const document = documentOf(stored) as Documents[K] | undefined;
    if (document) return document;
    await this.aside.put(stored);
    throw new UnreadableDocument(id);
  }

  insert<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean> {
    const { id } = document;
    const unleased = { leasedUntil: null, leaseHolder: null };
    const fields = fieldsOf(document, 1, this.project);
    return this.inserts.insert({ _id: storedId(kind, id), kind, id, ...unleased, ...fields });
  }

  async save<K extends DocumentKind>(kind: K, document: Documents[K], release?: string): Promise<boolean> {
    const { id, version } = document;
    const it = { _id: storedId(kind, id), version };
    const fields = fieldsOf(document, version + 1, this.project);
    if (release !== undefined) {
      const free = { leasedUntil: null, leaseHolder: null };
      if (await this.update({ ...it, leaseHolder: release }, { ...fields, ...free })) return true;
    }
    return this.update(it, fields);
  }

  /** A write that changes nothing is acknowledged when a majority has all that was written before it. */
  confirm({ kind, id }: DocumentRef, version: number): Promise<boolean> {
    return this.update({ _id: storedId(kind, id), version }, { version });
  }

  claim(claim: Claim): Promise<readonly Claimed[]> {
    return this.leases.claim(claim);
  }

  nextWake(except: readonly DocumentKind[]): Promise<number | undefined> {
    return this.leases.nextWake(except);
  }

  renew(ref: DocumentRef, holder: string, until: number): Promise<boolean> {
    return this.leases.renew(ref, holder, until);
  }

  release(ref: DocumentRef, holder: string): Promise<void> {
    return this.leases.release(ref, holder);
  }

  takeBack(isGone: (holder: string) => boolean): Promise<number> {
    return this.leases.takeBack(isGone);
  }

  async list<K extends DocumentKind>(
    kind: K,
    query: ListQuery,
    limit: number,
    after?: RowKey,
  ): Promise<ListPage<Documents[K]>> {
    if (limit < 1) return { items: [] };
    // One more than asked says whether there is another page.
    const found = await this.finder.inOrder(kind, query, limit + 1, after);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const items = (await this.aside.readable(shown)) as Documents[K][];
    if (!last || found.length <= limit) return { items };
    return { items, next: { urgency: last.urgency, id: last.id } };
  }

  count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number> {
    return this.finder.count(kind, query, atMost);
  }

  totals(kind: DocumentKind, query: ListQuery, atMost: number): Promise<Totals> {
    return this.finder.totals(kind, query, atMost);
  }

  tally(key: string): Promise<string | undefined> {
    return this.tallies.read(key);
  }

  swapTally(key: string, from: string | undefined, to: string): Promise<boolean> {
    return this.tallies.swap(key, from, to);
  }

  unreadable(limit: number): Promise<{ count: number; refs: readonly DocumentRef[] }> {
    return this.aside.all(limit);
  }

  async inspect(): Promise<Inspected> {
    const clock = await this.session.serverTime();
    const missing = await this.session.ask(() => missingIndexes(this.session));
    return { clock, missing };
  }

  async check(): Promise<void> {
    const counted = { $inc: { count: 1 } };
    await this.session.ask(() => this.session.probes.updateOne({ _id: 'check' }, counted, { upsert: true }));
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  private async update(filter: object, fields: object): Promise<boolean> {
    const result = await this.session.ask(() => this.session.documents.updateOne(filter, { $set: fields }));
    return result.matchedCount === 1;
  }
}

import { LRUCache } from 'lru-cache';
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
import type { AnyDocument, DocumentKind, Documents } from '../../domain/documents';
import type { Connection } from './connection';
import { insertRow, type Project, rowOf, updateRow } from './document-row';
import { Finder } from './finder';
import { Leases, releaseRow } from './leases';
import { Aside, documentOf } from './set-aside';
import { DECLARED_INDEXES } from './tables';
import type { Turns } from './turns';

/** The body of a version that is known already is not fetched again. */
const GET =
  'SELECT kind, id, version, CASE WHEN version = ? THEN NULL ELSE body END AS body, min_reader' +
  ' FROM documents WHERE kind = ? AND id = ?';
/** Documents read lately, by kind and id; they are never changed in place. */
const KNOWN = 1_000;
const INDEXES = "SELECT name FROM sqlite_schema WHERE type = 'index'";
/** Tallies are records of a table of their own. */
const TALLIES = 'tallies';
const TALLY = 'SELECT value FROM records WHERE name = ? AND key = ?';
const NEW_TALLY = 'INSERT INTO records (name, key, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const SWAP_TALLY = 'UPDATE records SET value = ? WHERE name = ? AND key = ? AND value = ?';
const STANDS = 'SELECT 1 FROM documents WHERE kind = ? AND id = ? AND version = ?';

/** The store in one SQLite file. Lists leave out what only a newer program may read. */
export class SqliteStore implements Store {
  private readonly aside: Aside;
  private readonly leases: Leases;
  private readonly finder: Finder;
  private readonly known = new LRUCache<string, AnyDocument>({ max: KNOWN });

  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
    private readonly project: Project,
  ) {
    this.aside = new Aside(connection, turns);
    this.leases = new Leases(connection, turns, this.aside);
    this.finder = new Finder(connection, turns);
  }

  async get<K extends DocumentKind>(kind: K, id: string): Promise<Documents[K] | undefined> {
    const key = `${kind} ${id}`;
    const known = this.known.get(key) as Documents[K] | undefined;
    const row = await this.turns.read(() => this.connection.get(GET, known?.version ?? 0, kind, id));
    if (!row) return undefined;
    if (known && row.version === known.version) return known;
    if (Number(row.min_reader) > SCHEMA) throw new NewerDocument(id, Number(row.min_reader));
    const document = documentOf(row) as Documents[K] | undefined;
    if (document) {
      this.known.set(key, document);
      return document;
    }
    await this.aside.put({ kind, id });
    throw new UnreadableDocument(id);
  }

  insert<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean> {
    const row = rowOf(document, 1, this.project);
    return this.turns.write(() => insertRow(this.connection, kind, document.id, row));
  }

  save<K extends DocumentKind>(kind: K, document: Documents[K], release?: string): Promise<boolean> {
    const { id, version } = document;
    const row = rowOf(document, version + 1, this.project);
    return this.turns.write(() => {
      if (!updateRow(this.connection, kind, id, version, row)) return false;
      if (release !== undefined) releaseRow(this.connection, { kind, id }, release);
      return true;
    });
  }

  async confirm({ kind, id }: DocumentRef, version: number): Promise<boolean> {
    await this.turns.lasting();
    const row = await this.turns.read(() => this.connection.get(STANDS, kind, id, version));
    return row !== undefined;
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
    const found = await this.finder.keys(kind, query, limit + 1, after);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const rows = await this.finder.bodies(shown);
    const items = (await this.aside.readable(rows)) as Documents[K][];
    return last && found.length > limit ? { items, next: { urgency: last.urgency, id: last.id } } : { items };
  }

  count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number> {
    return this.finder.count(kind, query, atMost);
  }

  totals(kind: DocumentKind, query: ListQuery, atMost: number): Promise<Totals> {
    return this.finder.totals(kind, query, atMost);
  }

  async tally(key: string): Promise<string | undefined> {
    const row = await this.turns.read(() => this.connection.get(TALLY, TALLIES, key));
    return row && String(row.value);
  }

  swapTally(key: string, from: string | undefined, to: string): Promise<boolean> {
    return this.turns.atOnce(() =>
      from === undefined
        ? this.connection.run(NEW_TALLY, TALLIES, key, to) === 1
        : this.connection.run(SWAP_TALLY, to, TALLIES, key, from) === 1,
    );
  }

  unreadable(limit: number): Promise<{ count: number; refs: readonly DocumentRef[] }> {
    return this.aside.all(limit);
  }

  async inspect(): Promise<Inspected> {
    const rows = await this.turns.read(() => this.connection.all(INDEXES));
    const there = new Set(rows.map(({ name }) => String(name)));
    return { missing: DECLARED_INDEXES.filter((name) => !there.has(name)) };
  }

  async check(): Promise<void> {
    this.turns.mustBeSound();
    await this.turns.write(() => probe(this.connection));
  }

  async close(): Promise<void> {
    if (await this.turns.close()) this.connection.close();
  }
}

/** Writes as much as a middling document takes, so that a full disk shows itself before a person's command meets it. */
export function probe(connection: Connection): void {
  connection.run('INSERT INTO probe (body) VALUES (zeroblob(16384))');
  connection.run('DELETE FROM probe');
}

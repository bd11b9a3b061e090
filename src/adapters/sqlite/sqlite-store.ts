import { migrate } from '../../domain/migrate';
import { NewerDocument } from '../../application/ports/faults';
import type { DocumentRef, ListPage, ListQuery, RowKey, Store } from '../../application/ports/store';
import { SCHEMA } from '../../domain/living/document';
import type { DocumentKind, Documents } from '../../domain/documents';
import type { Connection, Row } from './connection';
import { COLUMNS, type DocumentRow, type Project, rowOf } from './document-row';
import { condition } from './list-sql';
import type { Turns } from './turns';

const INSERT =
  `INSERT INTO documents (kind, id, ${COLUMNS.join(', ')}) VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')}) ` +
  'ON CONFLICT DO NOTHING';
const UPDATE = `UPDATE documents SET ${COLUMNS.map((name) => `${name} = ?`).join(', ')} WHERE row = ?`;
const ADD_TERMS = 'INSERT INTO terms (kind, sort, term, document) SELECT ?, ?, value, ? FROM json_each(?)';

const DUE = `SELECT kind, id FROM documents
  WHERE wake_at <= ? AND (leased_until IS NULL OR leased_until <= ?) AND min_leaser <= ? AND min_reader <= ?
  ORDER BY wake_at, kind, id LIMIT ?`;
const NEXT_WAKE = `SELECT wake_at FROM documents
  WHERE wake_at IS NOT NULL AND kind NOT IN (SELECT value FROM json_each(?)) ORDER BY wake_at LIMIT 1`;
const LEASE = `UPDATE documents SET leased_until = ?, lease_holder = ?
  WHERE kind = ? AND id = ? AND (leased_until IS NULL OR leased_until <= ? OR lease_holder = ?)
  AND min_leaser <= ? AND min_reader <= ?`;
const RELEASE = `UPDATE documents SET leased_until = NULL, lease_holder = NULL
  WHERE kind = ? AND id = ? AND lease_holder = ?`;

/** The store in one SQLite file. Lists leave out what only a newer program may read. */
export class SqliteStore implements Store {
  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
    private readonly project: Project,
  ) {}

  async get<K extends DocumentKind>(kind: K, id: string): Promise<Documents[K] | undefined> {
    const sql = 'SELECT body, min_reader FROM documents WHERE kind = ? AND id = ?';
    const row = await this.turns.read(() => this.connection.get(sql, kind, id));
    if (!row) return undefined;
    if (Number(row.min_reader) > SCHEMA) throw new NewerDocument(id, Number(row.min_reader));
    return bodyOf(kind, row);
  }

  async insert<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean> {
    const row = rowOf(document, 1, this.project);
    return this.#write(() => {
      if (this.connection.run(INSERT, kind, document.id, ...row.values) === 0) return false;
      this.#addTerms(kind, Number(this.connection.get('SELECT last_insert_rowid() AS row')?.row), row);
      return true;
    });
  }

  async save<K extends DocumentKind>(kind: K, document: Documents[K]): Promise<boolean> {
    const row = rowOf(document, document.version + 1, this.project);
    const sql = 'SELECT row, terms FROM documents WHERE kind = ? AND id = ? AND version = ?';
    return this.#write(() => {
      const stored = this.connection.get(sql, kind, document.id, document.version);
      if (!stored) return false;
      const number = Number(stored.row);
      this.connection.run(UPDATE, ...row.values, number);
      if (stored.terms !== row.terms) {
        this.connection.run('DELETE FROM terms WHERE document = ?', number);
        this.#addTerms(kind, number, row);
      }
      return true;
    });
  }

  async due(now: number, realNow: number, limit: number): Promise<readonly DocumentRef[]> {
    const rows = await this.turns.read(() => this.connection.all(DUE, now, realNow, SCHEMA, SCHEMA, limit));
    return rows.map((row) => ({ kind: row.kind as DocumentKind, id: row.id as string }));
  }

  async nextWake(except: readonly DocumentKind[]): Promise<number | undefined> {
    const row = await this.turns.read(() => this.connection.get(NEXT_WAKE, JSON.stringify(except)));
    return row ? Number(row.wake_at) : undefined;
  }

  async lease(ref: DocumentRef, holder: string, realNow: number, until: number): Promise<boolean> {
    const values = [until, holder, ref.kind, ref.id, realNow, holder, SCHEMA, SCHEMA];
    return this.#write(() => this.connection.run(LEASE, ...values) === 1);
  }

  async release(ref: DocumentRef, holder: string): Promise<void> {
    await this.#write(() => this.connection.run(RELEASE, ref.kind, ref.id, holder));
  }

  async list<K extends DocumentKind>(
    kind: K,
    query: ListQuery,
    limit: number,
    after?: RowKey,
  ): Promise<ListPage<Documents[K]>> {
    if (limit < 1) return { items: [] };
    const { sql, values } = condition(kind, query, after);
    const select = `SELECT body, urgency, id FROM documents WHERE ${sql} ORDER BY urgency, id LIMIT ?`;
    // One more than asked says whether there is another page.
    const rows = await this.turns.read(() => this.connection.all(select, ...values, limit + 1));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const items = shown.map((row) => bodyOf(kind, row));
    if (!last || rows.length <= limit) return { items };
    return { items, next: { urgency: Number(last.urgency), id: last.id as string } };
  }

  async count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number> {
    if (atMost < 1) return 0;
    const { sql, values } = condition(kind, query);
    const select = `SELECT count(*) AS n FROM (SELECT 1 FROM documents WHERE ${sql} LIMIT ?)`;
    const row = await this.turns.read(() => this.connection.get(select, ...values, atMost));
    return Number(row?.n);
  }

  async check(): Promise<void> {
    await this.turns.write(() => probe(this.connection));
  }

  async close(): Promise<void> {
    if (await this.turns.close()) this.connection.close();
  }

  #write<T>(work: () => T): Promise<T> {
    return this.turns.write(() => this.connection.transaction(work));
  }

  #addTerms(kind: DocumentKind, number: number, row: DocumentRow): void {
    this.connection.run(ADD_TERMS, kind, 'word', number, row.words);
    this.connection.run(ADD_TERMS, kind, 'key', number, row.keys);
  }
}

const bodyOf = <K extends DocumentKind>(kind: K, row: Row): Documents[K] =>
  migrate(kind, JSON.parse(row.body as string) as Documents[K]);

/** Writes as much as a middling document takes, so that a full disk shows itself before a person's command meets it. */
export function probe(connection: Connection): void {
  connection.transaction(() => {
    connection.run('INSERT INTO probe (body) VALUES (zeroblob(16384))');
    connection.run('DELETE FROM probe');
  });
}

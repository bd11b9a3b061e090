import type { ListQuery, RowKey, Totals } from '../../application/ports/store';
import { sumMoney } from '../../domain/record/money';
import type { DocumentKind } from '../../domain/documents';
import type { Connection, Row } from './connection';
import { all, condition, type Condition, inRow, posted, type Term, termsOf } from './list-sql';
import type { Turns } from './turns';

/** A term of at most so many documents is looked up and its documents sorted; with more, the list's order leads to a page sooner. */
const FEW = 2_000;
/** So far are the documents of a term counted, so that of several common ones the rarest leads. */
const COUNTED = 20_000;
/** So many rows of a list are gone through in one turn of the event loop. */
const AT_ONCE = 4_000;
const ROW = 'documents.row AS row, urgency, id';

/** A row's place in lists, and its number. */
export interface Found extends RowKey {
  readonly row: number;
}

/** Finds rows by the indexes: in the order of lists, or how many and how much money. */
export class Finder {
  constructor(
    private readonly connection: Connection,
    private readonly turns: Turns,
  ) {}

  async keys(kind: DocumentKind, query: ListQuery, limit: number, after?: RowKey): Promise<Found[]> {
    const terms = await this.#rarestFirst(kind, termsOf(query));
    if (terms === 'none') return [];
    const [rarest, ...others] = terms;
    if (rarest?.few === true) {
      const where = all(condition(kind, query, ['kind'], after), through(kind, rarest), ...others.map(inRow));
      return this.#inOrder(where, limit);
    }
    if (rarest) return this.#goThrough(kind, query, terms, limit, after);
    if (query.ids !== undefined) return this.#inOrder(condition(kind, query, ['kind', 'desk'], after), limit);
    if (query.dueBefore !== undefined) return this.#inOrder(condition(kind, query, ['kind'], after), limit);
    if (query.desks === undefined || query.desks.length < 2)
      return this.#inOrder(condition(kind, query, [], after), limit);
    if (query.stage === undefined) return this.#inOrder(condition(kind, query, ['desk'], after), limit);
    return this.#ofEachDesk(kind, query, query.desks, limit, after);
  }

  async bodies(found: readonly Found[]): Promise<Row[]> {
    if (found.length === 0) return [];
    const sql = 'SELECT kind, id, body FROM documents WHERE row = ?';
    return this.turns.read(() =>
      found.map(({ row }) => this.connection.get(sql, row)).filter((row) => row !== undefined),
    );
  }

  async count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number> {
    return (await this.#some('documents.row', kind, query, atMost)).length;
  }

  async totals(kind: DocumentKind, query: ListQuery, atMost: number): Promise<Totals> {
    const rows = await this.#some('documents.row, currency, value', kind, query, atMost);
    if (rows.length >= atMost) return { count: rows.length, sums: [] };
    const values = new Map<string, string[]>();
    for (const { currency, value } of rows) {
      if (typeof currency !== 'string' || typeof value !== 'string') continue;
      values.set(currency, [...(values.get(currency) ?? []), value]);
    }
    const sums = [...values].map(([currency, each]) => ({ currency, value: sumMoney(each) }));
    return { count: rows.length, sums };
  }

  /** Rows that the query means, each once, in no order. */
  async #some(
    columns: string,
    kind: DocumentKind,
    query: ListQuery,
    atMost: number,
  ): Promise<readonly Row[]> {
    if (atMost < 1) return [];
    const terms = await this.#rarestFirst(kind, termsOf(query));
    if (terms === 'none') return [];
    const [rarest, ...others] = terms;
    const select = `SELECT DISTINCT ${columns} FROM`;
    if (!rarest) {
      const few = query.ids !== undefined || query.dueBefore !== undefined;
      const loose = few ? (['kind'] as const) : [];
      return this.#all(`${select} documents WHERE`, condition(kind, query, loose), atMost);
    }
    // Many have the term: those of a stage or an owner are fewer.
    if (!rarest.few && (query.stage !== undefined || query.owner !== undefined)) {
      const where = all(condition(kind, query, []), ...terms.map(inRow));
      return this.#all(`${select} documents WHERE`, where, atMost);
    }
    const where = all(posted(kind, rarest), condition(kind, query, ['kind']), ...others.map(inRow));
    return this.#all(
      `${select} terms CROSS JOIN documents ON documents.row = terms.document WHERE`,
      where,
      atMost,
    );
  }

  /** The rarest term first, as that decides the way. `none`: no document has one of them. */
  async #rarestFirst(
    kind: DocumentKind,
    terms: readonly Term[],
  ): Promise<readonly (Term & { readonly few: boolean })[] | 'none'> {
    const counted: (Term & { readonly n: number; readonly few: boolean })[] = [];
    const most = terms.length > 1 ? COUNTED : FEW + 1;
    for (const term of terms) {
      const { sql, values } = posted(kind, term);
      const select = `SELECT count(*) AS n FROM (SELECT 1 FROM terms WHERE ${sql} LIMIT ?)`;
      const row = await this.turns.read(() => this.connection.get(select, ...values, most));
      const n = Number(row?.n);
      if (n === 0) return 'none';
      counted.push({ ...term, n, few: n <= FEW });
    }
    return counted.sort((a, b) => a.n - b.n);
  }

  async #inOrder(where: Condition, limit: number): Promise<Found[]> {
    const select = `SELECT ${ROW} FROM documents WHERE ${where.sql} ORDER BY urgency, id LIMIT ?`;
    const rows = await this.turns.read(() => this.connection.all(select, ...where.values, limit));
    return rows.map(foundOf);
  }

  /** Each desk's part comes out of the index in order; in one query SQLite would read and sort them whole. */
  async #ofEachDesk(
    kind: DocumentKind,
    query: ListQuery,
    desks: readonly string[],
    limit: number,
    after?: RowKey,
  ): Promise<Found[]> {
    const found: Found[] = [];
    for (const desk of new Set(desks)) {
      found.push(...(await this.#inOrder(condition(kind, { ...query, desks: [desk] }, [], after), limit)));
    }
    return found
      .sort((a, b) => a.urgency - b.urgency || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)))
      .slice(0, limit);
  }

  /** In the list's order through rows of which many have the terms, some thousands a turn. */
  async #goThrough(
    kind: DocumentKind,
    query: ListQuery,
    terms: readonly Term[],
    limit: number,
    after?: RowKey,
  ): Promise<Found[]> {
    const found: Found[] = [];
    const hits = all(...terms.map(inRow));
    for (let from = after; ;) {
      const { sql, values } = condition(kind, query, ['desk'], from);
      const ordered = `FROM documents WHERE ${sql} ORDER BY urgency, id LIMIT`;
      const select = `SELECT row, urgency, id FROM (SELECT row, urgency, id, words, keys ${ordered} ?) WHERE ${hits.sql} LIMIT ?`;
      const some = [...values, AT_ONCE, ...hits.values, limit - found.length];
      found.push(...(await this.turns.read(() => this.connection.all(select, ...some))).map(foundOf));
      if (found.length >= limit) return found;
      const last = await this.turns.read(() =>
        this.connection.get(`SELECT row, urgency, id ${ordered} 1 OFFSET ?`, ...values, AT_ONCE - 1),
      );
      if (!last) return found;
      from = foundOf(last);
    }
  }

  #all(select: string, { sql, values }: Condition, limit: number): Promise<readonly Row[]> {
    return this.turns.read(() => this.connection.all(`${select} ${sql} LIMIT ?`, ...values, limit));
  }
}

const through = (kind: DocumentKind, term: Term): Condition => {
  const { sql, values } = posted(kind, term);
  return { sql: `row IN (SELECT document FROM terms WHERE ${sql})`, values };
};

const foundOf = (row: Row): Found => ({
  row: Number(row.row),
  urgency: Number(row.urgency),
  id: String(row.id),
});

import type { ListQuery, RowKey } from '../../application/ports/store';
import type { DocumentKind } from '../../domain/documents';
import { SCHEMA } from '../../domain/living/document';
import type { Bindable } from './connection';
import { asListed } from './document-row';

/** What stands behind WHERE, with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Bindable[];
}

/** A word's beginning, or a key: documents have it if one of their terms lies between the two. */
export interface Term {
  readonly sort: 'word' | 'key';
  readonly from: string;
  readonly to: string;
}

const MOST_WORDS = 5;
/** Above every text that begins with the prefix: SQLite compares text by its UTF-8 bytes. */
const LAST_CHARACTER = '\u{10FFFF}';

export function termsOf(query: ListQuery): readonly Term[] {
  const words = (query.words ?? []).filter((word) => word !== '').slice(0, MOST_WORDS);
  return [
    ...(query.key === undefined ? [] : [{ sort: 'key' as const, from: query.key, to: query.key }]),
    ...words.map((word) => ({ sort: 'word' as const, from: word, to: word + LAST_CHARACTER })),
  ];
}

/** Columns that stand with a `+` before them, which keeps SQLite from their indexes. */
export type Loose = readonly ('kind' | 'desk')[];

/**
 * What a program of this SCHEMA may show of the query, but its terms. Few texts of SQL in all, so that each is
 * prepared once.
 */
export function condition(kind: DocumentKind, query: ListQuery, loose: Loose, after?: RowKey): Condition {
  const column = (name: 'kind' | 'desk') => `${loose.includes(name) ? '+' : ''}documents.${name}`;
  const parts: string[] = [`${column('kind')} = ?`, 'min_reader <= ?', 'set_aside = 0'];
  const values: Bindable[] = [kind, SCHEMA];
  const add = (sql: string, ...more: readonly Bindable[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (query.stage !== undefined) add('stage = ?', query.stage);
  if (query.owner !== undefined) add('owner = ?', query.owner);
  if (query.desks?.length === 1) add(`${column('desk')} = ?`, query.desks[0] ?? null);
  else if (query.desks) {
    add(`${column('desk')} IN (SELECT value FROM json_each(?))`, JSON.stringify(query.desks));
  }
  if (query.ids !== undefined) {
    add(
      'documents.row IN (SELECT row FROM documents WHERE kind = ? AND id IN (SELECT value FROM json_each(?)))',
      kind,
      JSON.stringify(query.ids),
    );
  }
  if (query.urgentBefore !== undefined) add('urgency < ?', query.urgentBefore);
  if (query.dueBefore !== undefined) add('due_at < ?', query.dueBefore);
  if (after) add('(urgency, id) > (?, ?)', after.urgency, after.id);
  return { sql: parts.join(' AND '), values };
}

/** The postings of a term. */
export const posted = (kind: DocumentKind, { sort, from, to }: Term): Condition => ({
  sql: 'terms.kind = ? AND sort = ? AND term >= ? AND term <= ?',
  values: [kind, sort, from, to],
});

/** In the row itself, while rows are gone through. */
export const inRow = ({ sort, from, to }: Term): Condition => ({
  sql: `instr(${sort === 'word' ? 'words' : 'keys'}, ?) > 0`,
  values: [asListed(from, from === to)],
});

export const all = (...conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

import type { ListQuery, RowKey } from '../../application/ports/store';
import type { DocumentKind } from '../../domain/documents';
import { SCHEMA } from '../../domain/living/document';
import type { Bindable } from './connection';

/** The end of a SELECT: what stands behind WHERE, with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Bindable[];
}

const MOST_WORDS = 5;
/** Above every text that begins with the prefix: SQLite compares text by its UTF-8 bytes. */
const LAST_CHARACTER = '\u{10FFFF}';

/** What a program of this SCHEMA may show of the query. Few texts of SQL in all, so that each is prepared once. */
export function condition(kind: DocumentKind, query: ListQuery, after?: RowKey): Condition {
  const parts: string[] = ['kind = ?', 'min_reader <= ?'];
  const values: Bindable[] = [kind, SCHEMA];
  const add = (sql: string, ...more: readonly Bindable[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (query.stage !== undefined) add('stage = ?', query.stage);
  if (query.owner !== undefined) add('owner = ?', query.owner);
  if (query.desk !== undefined) add('desk = ?', query.desk);
  if (query.urgentBefore !== undefined) add('urgency < ?', query.urgentBefore);
  if (query.key !== undefined) add(`${withTerm} AND term = ?)`, kind, 'key', query.key);
  for (const word of prefixes(query)) {
    add(`${withTerm} AND term >= ? AND term <= ?)`, kind, 'word', word, word + LAST_CHARACTER);
  }
  if (after) add('(urgency, id) > (?, ?)', after.urgency, after.id);
  return { sql: parts.join(' AND '), values };
}

const withTerm = 'row IN (SELECT document FROM terms WHERE kind = ? AND sort = ?';

const prefixes = (query: ListQuery): readonly string[] =>
  (query.words ?? []).filter((word) => word !== '').slice(0, MOST_WORDS);

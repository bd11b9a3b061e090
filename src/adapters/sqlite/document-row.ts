import { minLeaser } from '../../domain/living/document';
import type { AnyDocument, DocumentKind } from '../../domain/documents';
import type { Projection } from '../../domain/projection';
import type { Bindable, Connection, Row } from './connection';

export type Project = (document: AnyDocument) => Projection;

/** What each write sets. */
const WRITTEN = ['version', 'wake_at', 'min_leaser', 'min_reader', 'body'] as const;
/** What is written only when it differs: most writes leave it, and with it the indexes over it, as it is. */
export const PROJECTED = [
  'stage',
  'owner',
  'desk',
  'urgency',
  'due_at',
  'currency',
  'value',
  'words',
  'keys',
] as const;

/** Between the terms of a row, before the first and after the last: no term has it. */
const SEPARATOR = '\u001f';
export const NO_TERMS = SEPARATOR;

/** Terms as they stand in a row's text. */
const listOf = (terms: readonly string[]): string =>
  SEPARATOR + terms.map((term) => term + SEPARATOR).join('');

/** How a term stands there; its beginning only, unless it is `whole`. */
export const asListed = (term: string, whole: boolean): string => SEPARATOR + term + (whole ? SEPARATOR : '');

type Values<Name extends string> = Readonly<Record<Name, Bindable>>;

export interface DocumentRow {
  readonly written: Values<(typeof WRITTEN)[number]>;
  readonly projected: Values<(typeof PROJECTED)[number]>;
}

/** A document as it is stored under `version`. */
export function rowOf(document: AnyDocument, version: number, project: Project): DocumentRow {
  return {
    written: {
      version,
      wake_at: document.wakeAt,
      min_leaser: minLeaser(document),
      min_reader: document.minReader,
      body: JSON.stringify({ ...document, version }),
    },
    projected: projectedOf(project(document)),
  };
}

const projectedOf = (projection: Projection): DocumentRow['projected'] => ({
  stage: projection.stage ?? null,
  owner: projection.owner ?? null,
  desk: projection.desk ?? null,
  urgency: projection.urgency,
  due_at: projection.dueAt ?? null,
  currency: projection.money?.currency ?? null,
  value: projection.money?.value ?? null,
  words: listOf(projection.words),
  keys: listOf(projection.keys),
});

const columns = [...WRITTEN, ...PROJECTED];
const set = (names: readonly string[]): string => names.map((name) => `${name} = ?`).join(', ');

const INSERT =
  `INSERT INTO documents (kind, id, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')}) ` +
  'ON CONFLICT DO NOTHING';
const FIND = `SELECT row, ${PROJECTED.join(', ')} FROM documents WHERE kind = ? AND id = ? AND version = ?`;
// What can be written can be read: a document that was set aside and is stored anew is no longer.
const UPDATE = `UPDATE documents SET ${set(WRITTEN)}, set_aside = 0 WHERE row = ?`;
const UPDATE_PROJECTED = `UPDATE documents SET ${set(PROJECTED)} WHERE row = ?`;

/** Within a transaction. False: the id is there already. */
export function insertRow(connection: Connection, kind: DocumentKind, id: string, row: DocumentRow): boolean {
  const values = [...valuesOf(WRITTEN, row.written), ...valuesOf(PROJECTED, row.projected)];
  if (connection.run(INSERT, kind, id, ...values) === 0) return false;
  const number = Number(connection.get('SELECT last_insert_rowid() AS row')?.row);
  changeTerms(connection, kind, number, { words: NO_TERMS, keys: NO_TERMS }, row.projected);
  return true;
}

/** Within a transaction. False: it is not there under `version`. */
export function updateRow(
  connection: Connection,
  kind: DocumentKind,
  id: string,
  version: number,
  row: DocumentRow,
): boolean {
  const stored = connection.get(FIND, kind, id, version);
  if (!stored) return false;
  connection.run(UPDATE, ...valuesOf(WRITTEN, row.written), Number(stored.row));
  projectRow(connection, kind, stored, row.projected);
  return true;
}

/** Within a transaction: `stored` is found by these from now on. */
export function projectRow(
  connection: Connection,
  kind: DocumentKind,
  stored: Row,
  projected: DocumentRow['projected'],
): void {
  if (PROJECTED.every((name) => stored[name] === projected[name])) return;
  const number = Number(stored.row);
  connection.run(UPDATE_PROJECTED, ...valuesOf(PROJECTED, projected), number);
  changeTerms(connection, kind, number, stored, projected);
}

const valuesOf = <Name extends string>(names: readonly Name[], values: Values<Name>): Bindable[] =>
  names.map((name) => values[name]);

const ADD_TERM = 'INSERT OR IGNORE INTO terms (kind, sort, term, document) VALUES (?, ?, ?, ?)';
const REMOVE_TERM = 'DELETE FROM terms WHERE kind = ? AND sort = ? AND term = ? AND document = ?';

function changeTerms(connection: Connection, kind: DocumentKind, row: number, from: Row, to: Row): void {
  for (const [sort, column] of [
    ['word', 'words'],
    ['key', 'keys'],
  ] as const) {
    if (from[column] === to[column]) continue;
    const [before, after] = [termsOf(from[column]), termsOf(to[column])];
    for (const term of before) if (!after.has(term)) connection.run(REMOVE_TERM, kind, sort, term, row);
    for (const term of after) if (!before.has(term)) connection.run(ADD_TERM, kind, sort, term, row);
  }
}

const termsOf = (column: Row[string] | undefined): ReadonlySet<string> =>
  new Set(String(column).split(SEPARATOR).slice(1, -1));

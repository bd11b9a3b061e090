import { SCHEMA } from '../../domain/living/document';
import type { Connection, Row } from './connection';
import { insertRow, NO_TERMS, type Project, PROJECTED, projectRow, rowOf } from './document-row';
import { documentOf } from './set-aside';
import { CREATE_TABLES, MARK_VERSION } from './tables';

const SOME =
  'SELECT row, kind, id, version, min_reader, body FROM former WHERE row > ? ORDER BY row LIMIT 200';
/** As it is, in no list until it is written anew: what a newer program wrote, or what cannot be read. */
const KEEP = `INSERT INTO documents
  (kind, id, version, wake_at, min_leaser, min_reader, set_aside, urgency, words, keys, body)
  SELECT kind, id, version, wake_at, min_leaser, min_reader, ?, urgency, ?, ?, body FROM former WHERE row = ?`;

/** Since the second version the tables are as they are; what is projected into them changed. */
const FIRST_TABLES = 1;
const SOME_PROJECTED = `SELECT row, kind, id, version, body, ${PROJECTED.join(', ')} FROM documents
  WHERE row > ? AND min_reader <= ? ORDER BY row LIMIT 200`;

/** Within a transaction: brings the tables of version `from` here. */
export function upgrade(connection: Connection, project: Project, from: number): void {
  if (from <= FIRST_TABLES) rebuild(connection, project);
  else projectAnew(connection, project);
  connection.exec(MARK_VERSION);
}

/** Bodies and leases stay as they are: the former program may run still. */
function projectAnew(connection: Connection, project: Project): void {
  for (
    let rows = connection.all(SOME_PROJECTED, 0, SCHEMA);
    rows.length > 0;
    rows = connection.all(SOME_PROJECTED, numberOf(rows.at(-1)), SCHEMA)
  ) {
    for (const row of rows) {
      const document = documentOf(row);
      if (!document) continue;
      projectRow(connection, document.kind, row, rowOf(document, document.version, project).projected);
    }
  }
}

/** All that is in the tables of the first version but leases, in today's. */
function rebuild(connection: Connection, project: Project): void {
  connection.exec('ALTER TABLE documents RENAME TO former');
  connection.exec(withoutIndexes(connection));
  connection.exec('DROP TABLE terms');
  connection.exec(CREATE_TABLES);
  for (
    let rows = connection.all(SOME, 0);
    rows.length > 0;
    rows = connection.all(SOME, numberOf(rows.at(-1)))
  ) {
    for (const row of rows) take(connection, row, project);
  }
  connection.exec('DROP TABLE former');
}

const numberOf = (row: Row | undefined): number => Number(row?.row);

/** Their names are wanted again. */
const withoutIndexes = (connection: Connection): string =>
  connection
    .all("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'former' AND sql IS NOT NULL")
    .map(({ name }) => `DROP INDEX ${String(name)};`)
    .join('');

/** The body stays as it is: it is migrated when it is read, and stored so with the next save. */
function take(connection: Connection, row: Row, project: Project): void {
  const isNewer = Number(row.min_reader) > SCHEMA;
  const document = isNewer ? undefined : documentOf(row);
  if (!document) {
    connection.run(KEEP, isNewer ? 0 : 1, NO_TERMS, NO_TERMS, numberOf(row));
    return;
  }
  const { written, projected } = rowOf(document, document.version, project);
  const kept = { ...written, min_reader: Number(row.min_reader), body: String(row.body) };
  insertRow(connection, document.kind, document.id, { written: kept, projected });
}

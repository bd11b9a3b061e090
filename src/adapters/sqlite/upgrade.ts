import { SCHEMA } from '../../domain/living/document';
import type { Connection, Row } from './connection';
import { insertRow, NO_TERMS, type Project, rowOf } from './document-row';
import { documentOf } from './set-aside';
import { CREATE_TABLES, MARK_VERSION } from './tables';

const SOME =
  'SELECT row, kind, id, version, min_reader, body FROM former WHERE row > ? ORDER BY row LIMIT 200';
/** As it is, in no list until it is written anew: what a newer program wrote, or what cannot be read. */
const KEEP = `INSERT INTO documents
  (kind, id, version, wake_at, min_leaser, min_reader, set_aside, urgency, words, keys, body)
  SELECT kind, id, version, wake_at, min_leaser, min_reader, ?, urgency, ?, ?, body FROM former WHERE row = ?`;

/** Within a transaction: brings the tables of the first version here, with all that is in them but leases. */
export function upgrade(connection: Connection, project: Project): void {
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
  connection.exec(MARK_VERSION);
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

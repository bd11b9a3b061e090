/** "RfDk" in the file's head says that it is ours (https://www.sqlite.org/fileformat.html, offset 68). */
export const APPLICATION_ID = 0x5266446b;
/** The number of the tables below, kept as `user_version`. */
export const TABLES_VERSION = 1;

/** `terms` holds each document's search words and keys; `documents.terms` the same as JSON, to see whether they changed. */
export const CREATE_TABLES = `
  CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    wake_at INTEGER,
    leased_until INTEGER,
    lease_holder TEXT,
    min_leaser INTEGER NOT NULL,
    min_reader INTEGER NOT NULL,
    stage TEXT,
    owner TEXT,
    desk TEXT,
    urgency INTEGER NOT NULL,
    terms TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX documents_id ON documents (kind, id);
  CREATE INDEX documents_due ON documents (wake_at, kind, id) WHERE wake_at IS NOT NULL;
  CREATE INDEX documents_all ON documents (kind, urgency, id);
  CREATE INDEX documents_stage ON documents (kind, stage, urgency, id);
  CREATE INDEX documents_owner ON documents (kind, owner, stage, urgency, id);
  CREATE INDEX documents_desk ON documents (kind, desk, stage, urgency, id);

  CREATE TABLE terms (
    kind TEXT NOT NULL,
    sort TEXT NOT NULL,
    term TEXT NOT NULL,
    document INTEGER NOT NULL
  );
  CREATE INDEX terms_term ON terms (kind, sort, term, document);
  CREATE INDEX terms_document ON terms (document);

  CREATE TABLE records (
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name, key)
  );
  CREATE TABLE probe (body BLOB NOT NULL);

  PRAGMA application_id = ${String(APPLICATION_ID)};
  PRAGMA user_version = ${String(TABLES_VERSION)};
`;

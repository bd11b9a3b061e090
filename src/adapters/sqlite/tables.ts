/** "RfDk" in the file's head says that it is ours (https://www.sqlite.org/fileformat.html, offset 68). */
export const APPLICATION_ID = 0x5266446b;
/** The number of the tables below and of what is projected into them, kept as `user_version`; `upgrade.ts` brings older ones here. */
export const TABLES_VERSION = 5;

/**
 * `words` and `keys` are what the document is found by, with a separator around each; `terms` has each of them again, as
 * an index. The body stands last, so that what a list asks is on the row's first page.
 */
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
    set_aside INTEGER NOT NULL DEFAULT 0,
    stage TEXT,
    owner TEXT,
    desk TEXT,
    urgency INTEGER NOT NULL,
    due_at INTEGER,
    currency TEXT,
    value TEXT,
    words TEXT NOT NULL,
    keys TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX documents_id ON documents (kind, id);
  CREATE INDEX documents_due ON documents (wake_at, kind, id) WHERE wake_at IS NOT NULL;
  CREATE INDEX documents_leased ON documents (lease_holder) WHERE lease_holder IS NOT NULL;
  CREATE INDEX documents_aside ON documents (kind, id) WHERE set_aside = 1;
  CREATE INDEX documents_all ON documents (kind, urgency, id);
  CREATE INDEX documents_stage ON documents (kind, stage, urgency, id);
  CREATE INDEX documents_owner ON documents (kind, owner, stage, urgency, id);
  CREATE INDEX documents_desk ON documents (kind, desk, stage, urgency, id);
  CREATE INDEX documents_ahead ON documents (due_at) WHERE due_at IS NOT NULL;

  CREATE TABLE terms (
    kind TEXT NOT NULL,
    sort TEXT NOT NULL,
    term TEXT NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (kind, sort, term, document)
  ) WITHOUT ROWID;
`;

export const DECLARED_INDEXES = [...CREATE_TABLES.matchAll(/ INDEX (\w+) ON /gu)].flatMap(
  ([, name]) => name ?? [],
);

/** What stands beside the documents since the first version. */
export const CREATE_OTHERS = `
  CREATE TABLE records (
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name, key)
  );
  CREATE TABLE probe (body BLOB NOT NULL);

  PRAGMA application_id = ${String(APPLICATION_ID)};
`;

/** Beside the documents, too; a program that knows nothing of it does not mind it. */
export const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS history (
    referral TEXT NOT NULL,
    n INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (referral, n)
  ) WITHOUT ROWID;
`;

export const MARK_VERSION = `PRAGMA user_version = ${String(TABLES_VERSION)}`;

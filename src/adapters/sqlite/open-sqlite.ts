import fs from 'node:fs';
import path from 'node:path';
import { Fault, StoreCannotOpen } from '../../application/ports/faults';
import type { History, Records, Store } from '../../application/ports/store';
import { project as projectDocument } from '../../domain/projection';
import { Connection } from './connection';
import type { Project } from './document-row';
import { isBusy, troubleWithFile } from './sqlite-faults';
import { SqliteHistory } from './sqlite-history';
import { SqliteRecords } from './sqlite-records';
import { takeBackReadable } from './set-aside';
import { probe, SqliteStore } from './sqlite-store';
import {
  APPLICATION_ID,
  CREATE_HISTORY,
  CREATE_OTHERS,
  CREATE_TABLES,
  MARK_VERSION,
  TABLES_VERSION,
} from './tables';
import { Turns } from './turns';
import { upgrade } from './upgrade';
import { walOf } from './wal-sync';

export interface OpenedStore {
  readonly store: Store;
  readonly records: Records;
  readonly history: History;
}

/**
 * Opens the database file at `file`, and makes it and its folder if there is none; the tables of a former version are
 * brought to today's. Other processes may have it open. Throws `StoreCannotOpen` with the reason in plain words; a
 * file that is not ours stays as it is.
 */
export async function openSqlite(file: string, project: Project = projectDocument): Promise<OpenedStore> {
  const { connection, turns } = await openFile(file, project);
  return {
    store: new SqliteStore(connection, turns, project),
    records: new SqliteRecords(connection, turns),
    history: new SqliteHistory(connection, turns),
  };
}

/** The connection behind a store. Throws as `openSqlite` does. */
export async function openFile(
  file: string,
  project: Project = projectDocument,
): Promise<{ connection: Connection; turns: Turns }> {
  const place = path.resolve(file);
  let connection: Connection | undefined;
  try {
    makeFile(place);
    const opened = new Connection(place);
    connection = opened;
    const turns = new Turns(opened, walOf(place));
    await turns.read(() => claim(opened, project));
    await turns.write(() => probe(opened));
    return { connection: opened, turns };
  } catch (error) {
    connection?.close();
    throw cannotOpen(file, error);
  }
}

/** In bytes; no SQLite database is smaller. */
const SMALLEST_PAGE = 512;

/** Only for its owner: it holds what customers wrote. */
function makeFile(place: string): void {
  const there = fs.statSync(place, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new StoreCannotOpen('it is a folder');
  // SQLite takes a file of one byte for an empty one and would write over it.
  if (there && there.size > 0 && there.size < SMALLEST_PAGE) {
    throw new StoreCannotOpen('the file is not a database');
  }
  // Never opened here: to close it again would take away the locks that SQLite has on it in this process.
  if (there) return;
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  try {
    fs.closeSync(fs.openSync(place, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Nothing is written to a file before it is known to be ours or empty. */
function claim(connection: Connection, project: Project): void {
  const owned = () => connection.pragma('application_id') === APPLICATION_ID;
  const isEmpty = () => connection.get('SELECT count(*) AS n FROM sqlite_schema')?.n === 0;
  if (!owned() && !(isEmpty() && connection.pragma('application_id') === 0)) {
    throw new StoreCannotOpen('it is the database of another program');
  }
  if (connection.pragma('journal_mode = WAL') !== 'wal') {
    throw new StoreCannotOpen('its disk cannot share a file between processes (SQLite needs WAL)');
  }
  // Commits do not wait for the disk; who wrote does, see `WalSync`.
  connection.exec('PRAGMA synchronous = NORMAL');
  connection.transaction(() => {
    if (!owned()) connection.exec(CREATE_TABLES + CREATE_OTHERS + MARK_VERSION);
    else if (tablesVersion(connection) < TABLES_VERSION)
      upgrade(connection, project, tablesVersion(connection));
    else takeBackReadable(connection);
  });
  if (tablesVersion(connection) > TABLES_VERSION) {
    throw new StoreCannotOpen('it is the database of a newer version of this program');
  }
  connection.exec(CREATE_HISTORY);
}

const tablesVersion = (connection: Connection): number => Number(connection.pragma('user_version'));

const FILE_TROUBLE: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
};

function cannotOpen(file: string, error: unknown): StoreCannotOpen {
  const why =
    error instanceof StoreCannotOpen ? error.message : reason(error instanceof Fault ? error.cause : error);
  return new StoreCannotOpen(`the database ${file} cannot be opened: ${why}`, error);
}

function reason(error: unknown): string {
  if (isBusy(error)) return 'another program holds it';
  return troubleWithFile(error) ?? FILE_TROUBLE[codeOf(error) ?? ''] ?? 'it cannot be opened or made';
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

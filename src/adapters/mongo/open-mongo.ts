import { MongoClient, type MongoClientOptions } from 'mongodb';
import { Fault, StoreCannotOpen } from '../../application/ports/faults';
import type { History, Records, Store } from '../../application/ports/store';
import { project as projectDocument } from '../../domain/projection';
import { DOCUMENT_INDEXES, HISTORY_INDEXES, RECORD_INDEXES } from './indexes';
import { troubleWithServer } from './mongo-faults';
import { MongoHistory } from './mongo-history';
import { MongoRecords } from './mongo-records';
import { MongoStore } from './mongo-store';
import { Session } from './session';
import { Aside } from './set-aside';
import type { Project } from './stored-document';
import { upgrade } from './upgrade';

export interface OpenedStore {
  readonly store: Store;
  readonly records: Records;
  readonly history: History;
}

const DEFAULT_DATABASE = 'referral-desk';
/** Time limits in ms: to find a server, for the others to confirm a write, for indexes on a database with much in it. */
const SELECTION_MS = 2_000;
const CONFIRM_MS = 3_500;
const INDEXES_MS = 300_000;

/** They win over what the address says: a decision hangs on every read, and a write must survive its server. */
const OPTIONS: MongoClientOptions = {
  appName: 'referral-desk',
  serverSelectionTimeoutMS: SELECTION_MS,
  connectTimeoutMS: SELECTION_MS,
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: CONFIRM_MS },
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  // As JSON does.
  ignoreUndefined: true,
};

/**
 * Opens the database that `url` names (`referral-desk` if it names none) and makes its indexes.
 * Throws `StoreCannotOpen` with the reason in plain words, never with what stands in the address.
 */
export async function openMongo(url: string, project: Project = projectDocument): Promise<OpenedStore> {
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(url, OPTIONS);
    await client.connect();
    const session = new Session(client, client.db(databaseOf(url)));
    await session.ask(() => session.documents.createIndexes(DOCUMENT_INDEXES), INDEXES_MS);
    await session.ask(() => session.records.createIndexes(RECORD_INDEXES), INDEXES_MS);
    await session.ask(() => session.history.createIndexes(HISTORY_INDEXES), INDEXES_MS);
    const store = new MongoStore(session, project);
    await store.check();
    await upgrade(session, project);
    await new Aside(session).takeBackReadable();
    return { store, records: new MongoRecords(session), history: new MongoHistory(session) };
  } catch (error) {
    await client?.close();
    throw cannotOpen(error, client !== undefined);
  }
}

/** The driver alone would take `test`. */
const databaseOf = (url: string): string =>
  /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? DEFAULT_DATABASE;

/** Without the driver's error as its cause: that may quote the address, and with it the password. */
function cannotOpen(error: unknown, isAddress: boolean): StoreCannotOpen {
  if (!isAddress)
    return new StoreCannotOpen(
      'the database cannot be opened: DATABASE_URL is not an address of MongoDB that can be understood',
    );
  const cause = error instanceof Fault && error.cause ? error.cause : error;
  const unknown = isLookUp(cause)
    ? 'its name cannot be looked up'
    : 'the database server does not answer as it should';
  const why = troubleWithServer(cause) ?? unknown;
  return new StoreCannotOpen(`the database cannot be opened: ${why}`);
}

/** `mongodb+srv` asks the DNS for its servers (https://nodejs.org/api/dns.html#error-codes). */
const isLookUp = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error && /^query/.test(String(error.syscall));

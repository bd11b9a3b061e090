import type { Collection, Db, MongoClient } from 'mongodb';
import { StoreUnavailable } from '../../application/ports/faults';
import type { PastLine } from '../../domain/referral/referral';
import { within } from '../../platform/time-limit';
import { mongoFault } from './mongo-faults';
import type { StoredDocument } from './stored-document';

export interface StoredRecord {
  /** JSON of [table, key]. */
  readonly _id: string;
  readonly table: string;
  readonly key: string;
  readonly value: string;
}

export interface StoredLine extends PastLine {
  /** JSON of [referral, n]. */
  readonly _id: string;
  readonly referral: string;
}

/** The longest that a person waits for one operation with all its retries, in ms. */
const OPERATION_MS = 4_000;

/** One client and its collections. Every call goes through `ask`, so that the driver's errors end here. */
export class Session {
  readonly documents: Collection<StoredDocument>;
  readonly records: Collection<StoredRecord>;
  readonly history: Collection<StoredLine>;
  readonly probes: Collection<{ readonly _id: string; readonly count: number }>;

  constructor(
    private readonly client: MongoClient,
    private readonly database: Db,
  ) {
    this.documents = database.collection('documents');
    this.records = database.collection('records');
    this.history = database.collection('history');
    this.probes = database.collection('probes');
  }

  /**
   * The driver gives no lasting limit for a server that is there but silent: `socketTimeoutMS` counts each retry anew,
   * and `timeoutMS` is withdrawn from driver 7.8 on. The late answer is not lost on the server: as after any lost connection,
   * the caller reads again. Throws `StoreUnavailable` or `StoreBusy`.
   */
  async ask<T>(work: () => Promise<T>, limitMs = OPERATION_MS): Promise<T> {
    try {
      return await within(limitMs, silent, work);
    } catch (error) {
      throw mongoFault(error);
    }
  }

  /** The server's clock, ms (MongoDB manual, "hello": `localTime`). */
  async serverTime(): Promise<number> {
    const { localTime } = await this.ask(() => this.database.command({ hello: 1 }));
    return Number(localTime);
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}

const silent = (): StoreUnavailable => new StoreUnavailable('the database server does not answer in time');

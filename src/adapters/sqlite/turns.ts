import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { StoreBusy, StoreUnavailable } from '../../application/ports/faults';
import type { Connection } from './connection';
import { isBusy, isDamage, sqliteFault } from './sqlite-faults';
import { type Syncs, WalSync } from './wal-sync';

/** How long a call waits for another process that writes, in all, in ms. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 25;
/** How long this process is kept from everything else, in ms: by reads in a row, by one transaction. */
const LONGEST_READS_MS = 10;
const LONGEST_TRANSACTION_MS = 25;

interface Waiting {
  readonly work: () => unknown;
  readonly giveUpAt: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Ended = { readonly result: unknown } | { readonly error: unknown };

interface Done {
  readonly waiting: Waiting;
  readonly ended: Ended;
}

/**
 * Lets reads and writes of this process at the database without holding it up: SQLite answers in the same turn of the
 * event loop, so much in a row would let nobody else in. What wants to write at the same moment is one
 * transaction, each of it still failing alone, and one sync. Throws `StoreBusy` after 3 s, else the fault that fits.
 */
export class Turns {
  readonly #waiting: Waiting[] = [];
  readonly #wal: WalSync;
  #writing: Promise<void> | undefined;
  #heldSince = 0;
  #closed = false;
  /** The database can no longer be trusted: a sync failed, or SQLite found damage. Until a restart. */
  #broken: StoreUnavailable | undefined;
  /** Changes with each commit of another process; as it was when a sync last began. */
  #others: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly wal: Syncs,
  ) {
    this.#wal = new WalSync(() => wal.sync());
  }

  /** Reads wait for no write. */
  async read<T>(work: () => T): Promise<T> {
    await this.#letOthersIn();
    return this.#patiently(work, performance.now() + PATIENCE_MS);
  }

  /** Writes at once and does not wait until it lasts: for leases, which a loss of power may take. */
  atOnce<T>(work: () => T): Promise<T> {
    return this.read(work);
  }

  /** Within a transaction. Resolves when what it wrote lasts. */
  async write<T>(work: () => T): Promise<T> {
    this.mustBeSound();
    return new Promise<T>((resolve, reject) => {
      const giveUpAt = performance.now() + PATIENCE_MS;
      this.#waiting.push({ work, giveUpAt, resolve: resolve as Waiting['resolve'], reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when all that has been committed so far lasts, what other processes wrote too. */
  async lasting(): Promise<void> {
    const others = await this.read(() => this.connection.get('PRAGMA data_version')?.data_version);
    if (!this.#writing && others === this.#others) return;
    await this.#synced();
    this.#others = others;
  }

  /** Throws once the database can no longer be trusted. */
  mustBeSound(): void {
    if (this.#broken) throw this.#broken;
  }

  /** Waits for the writes under way; whatever comes later is refused. Answers whether it was open. */
  async close(): Promise<boolean> {
    const wasOpen = !this.#closed;
    this.#closed = true;
    await this.#writing;
    if (wasOpen) await this.wal.close();
    return wasOpen;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whatever else wants to write in this turn comes along.
      await nextTurn();
      const [first] = this.#waiting;
      if (!first) break;
      try {
        await this.#acknowledge(await this.#patiently(() => this.#transaction(), first.giveUpAt));
      } catch (error) {
        this.#waiting.shift();
        first.reject(error);
      }
    }
    // In the same turn as the look that found nothing: what comes next begins anew.
    this.#writing = undefined;
  }

  async #acknowledge(done: readonly Done[]): Promise<void> {
    const wrote = done.filter(({ ended }) => 'result' in ended);
    const lost = wrote.length === 0 ? undefined : await this.#synced().catch((error: unknown) => ({ error }));
    for (const { waiting, ended } of done) settle(waiting, 'result' in ended ? (lost ?? ended) : ended);
  }

  /** As many as there is time for, from the first on; they leave the queue once they are committed. */
  #transaction(): Done[] {
    const until = performance.now() + LONGEST_TRANSACTION_MS;
    const done: Done[] = [];
    const [first] = this.#waiting;
    try {
      this.connection.transaction(() => {
        for (const waiting of this.#waiting) {
          done.push({ waiting, ended: this.#apart(waiting.work) });
          if (performance.now() >= until) break;
        }
      });
    } catch (error) {
      // Together it cannot be committed (a full disk): the first alone then tells whether it is to blame.
      if (!first || done.length <= 1) throw error;
      const result = this.connection.transaction(first.work);
      this.#waiting.shift();
      return [{ waiting: first, ended: { result } }];
    }
    this.#waiting.splice(0, done.length);
    return done;
  }

  /** What fails takes nothing of the others with it, unless SQLite has given up the whole transaction. */
  #apart(work: () => unknown): Ended {
    this.connection.run('SAVEPOINT one');
    try {
      return { result: work() };
    } catch (error) {
      if (!this.connection.inTransaction) throw error;
      this.connection.run('ROLLBACK TO one');
      return { error: this.#faultOf(error) };
    } finally {
      if (this.connection.inTransaction) this.connection.run('RELEASE one');
    }
  }

  async #synced(): Promise<undefined> {
    try {
      await this.#wal.lasting();
      return undefined;
    } catch (error) {
      this.#broken = new StoreUnavailable('the disk answers with an error', error);
      throw this.#broken;
    }
  }

  async #patiently<T>(work: () => T, giveUpAt: number): Promise<T> {
    for (;;) {
      this.#mustBeOpen();
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw this.#faultOf(error);
        if (performance.now() + PAUSE_MS > giveUpAt) throw new StoreBusy(error);
      }
      await pause(PAUSE_MS);
    }
  }

  async #letOthersIn(): Promise<void> {
    if (performance.now() - this.#heldSince < LONGEST_READS_MS) return;
    await nextTurn();
    this.#heldSince = performance.now();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreUnavailable('it has been closed');
  }

  #faultOf(error: unknown): unknown {
    const fault = sqliteFault(error);
    if (isDamage(error) && fault instanceof StoreUnavailable) this.#broken = fault;
    return fault;
  }
}

function settle({ resolve, reject }: Waiting, ended: Ended): void {
  if ('result' in ended) resolve(ended.result);
  else reject(ended.error);
}

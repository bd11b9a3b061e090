import { setTimeout as pause } from 'node:timers/promises';
import { StoreBusy, StoreUnavailable } from '../../application/ports/faults';
import { isBusy, sqliteFault } from './sqlite-faults';

/** How long a call waits for another writer in all, in ms. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 25;

/**
 * Lets one write of this process after another at the database, and waits without holding up the process while
 * another process writes. Throws `StoreBusy` after 3 s, else the fault that fits.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** Reads wait for nobody. */
  async read<T>(work: () => T): Promise<T> {
    return this.#patiently(work, performance.now() + PATIENCE_MS);
  }

  async write<T>(work: () => T): Promise<T> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    const turn = this.#last.then(() => this.#patiently(work, giveUpAt));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Waits for the writes under way; whatever comes later is refused. Answers whether it was open. */
  async close(): Promise<boolean> {
    const wasOpen = !this.#closed;
    this.#closed = true;
    await this.#last;
    return wasOpen;
  }

  async #patiently<T>(work: () => T, giveUpAt: number): Promise<T> {
    for (;;) {
      if (this.#closed) throw new StoreUnavailable('it has been closed');
      if (performance.now() > giveUpAt) throw new StoreBusy();
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw sqliteFault(error);
        if (performance.now() + PAUSE_MS > giveUpAt) throw new StoreBusy(error);
      }
      await pause(PAUSE_MS);
    }
  }
}

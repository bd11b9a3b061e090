import { EMPTY, type Ledger } from '../../domain/budget/ledger';
import { StoreBusy } from '../ports/faults';
import type { Store } from '../ports/store';

const MOST_RACES = 20;

/** What it is to be from now on, and what that means to who asked; `undefined`: nothing is to be changed. */
export type Next<T> = (ledger: Ledger) => { readonly ledger: Ledger; readonly result: T } | undefined;

interface Waiting {
  readonly apply: (ledger: Ledger) => { readonly ledger: Ledger; readonly done: () => void };
  readonly reject: (error: unknown) => void;
}

/**
 * A ledger that all processes on this store share. Who wants to change it while it is being written waits, and all who wait go
 * into the next write together.
 */
export class SharedLedger {
  readonly #waiting: Waiting[] = [];
  #isWriting = false;
  #seen: Ledger = EMPTY;
  /** What is in the store for what was seen; `undefined`: not asked yet, or somebody else may have written. */
  #stored: { readonly text: string | undefined } | undefined;

  constructor(
    private readonly store: Pick<Store, 'tally' | 'swapTally'>,
    private readonly key: string,
  ) {}

  /** As this process saw it last. */
  get seen(): Ledger {
    return this.#seen;
  }

  /** `next` may be called again, with what another process has made of it. Throws what the store throws, and `StoreBusy`. */
  change<T>(next: Next<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const apply = (ledger: Ledger) => {
        const changed = next(ledger);
        const done = (): void => {
          resolve(changed?.result);
        };
        return { ledger: changed?.ledger ?? ledger, done };
      };
      this.#waiting.push({ apply, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const all = this.#waiting.splice(0);
      try {
        for (const done of await this.#write(all)) done();
      } catch (error) {
        for (const { reject } of all) reject(error);
      }
    }
    this.#isWriting = false;
  }

  async #write(all: readonly Waiting[]): Promise<(() => void)[]> {
    const { store, key } = this;
    for (let race = 0; race < MOST_RACES; race += 1) {
      const stored = (this.#stored ??= await this.#read());
      let ledger = this.#seen;
      const ends = all.map(({ apply, reject }) => {
        try {
          const applied = apply(ledger);
          ledger = applied.ledger;
          return applied.done;
        } catch (error) {
          // The others' changes are written all the same.
          return () => {
            reject(error);
          };
        }
      });
      if (ledger === this.#seen) return ends;
      const text = JSON.stringify(ledger);
      if (text === stored.text) return ends;
      this.#stored = undefined;
      if (await store.swapTally(key, stored.text, text)) {
        [this.#stored, this.#seen] = [{ text }, ledger];
        return ends;
      }
    }
    throw new StoreBusy(new Error(`the tally ${key} was written ${String(MOST_RACES)} times meanwhile`));
  }

  async #read(): Promise<{ readonly text: string | undefined }> {
    const text = await this.store.tally(this.key);
    this.#seen = text === undefined ? EMPTY : (JSON.parse(text) as Ledger);
    return { text };
  }
}

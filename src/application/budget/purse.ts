import { give, opensAt, type Block } from '../../domain/budget/ledger';
import { announced, newsIn } from '../../domain/budget/news';
import type { Window } from '../../domain/budget/limits';
import type { SharedLedger } from './shared-ledger';

export interface PurseOptions {
  readonly ledger: SharedLedger;
  readonly windows: readonly Window[];
  /** Business time, ms. */
  readonly now: () => number;
}

/**
 * What this process may send to one conversation, or in one tenant: a block in hand, and the next one from the ledger
 * that all processes share. Who waits while it is fetched shares it. Throws what the store throws.
 */
export class Purse {
  #left = 0;
  #until = 0;
  #size = 1;
  #waiting = 0;
  #fetching: Promise<boolean> | undefined;

  constructor(private readonly options: PurseOptions) {}

  /** Of which block it is; undefined: there is no room now. */
  async take(): Promise<number | undefined> {
    while (!this.takeFromHand()) {
      this.#waiting += 1;
      const fetching = (this.#fetching ??= this.#fetch().finally(() => (this.#fetching = undefined)));
      const fetched = await fetching.finally(() => (this.#waiting -= 1));
      if (!fetched) return undefined;
    }
    return this.#until;
  }

  /** One message that need not be written down; false: no block is in hand. */
  takeFromHand(): boolean {
    if (this.#isEmpty) return false;
    this.#left -= 1;
    return true;
  }

  get #isEmpty(): boolean {
    return this.#left < 1 || this.options.now() >= this.#until;
  }

  /** Several may come of one write. */
  #hold({ messages, until }: Block): void {
    this.#left = until === this.#until ? this.#left + messages : messages;
    this.#until = until;
  }

  /**
   * One more new card; false: `most` have come of late. What it needs to be sent is taken along when no block is in hand, so
   * that it is one write.
   */
  async announce(most: number): Promise<boolean> {
    const { ledger: shared, now, windows } = this.options;
    const noted = await shared.change((ledger) => {
      if (newsIn(ledger, now()) >= most) return undefined;
      const next = announced(ledger, 1, now());
      // For itself alone: all who announce in one write find the hand empty.
      const block = this.#isEmpty ? give(next, 1, now(), windows) : undefined;
      return { ledger: block?.ledger ?? next, result: { block } };
    });
    if (noted?.block) this.#hold(noted.block);
    return noted !== undefined;
  }

  /** So many new cards are about to come: when they are too many, no room is left for any. */
  async crowd(newcomers: number, most: number): Promise<void> {
    const { ledger: shared, now } = this.options;
    if (newcomers <= most) return;
    await shared.change((ledger) =>
      newsIn(ledger, now()) >= most
        ? undefined
        : { ledger: announced(ledger, newcomers, now()), result: true },
    );
  }

  /** What was taken of a block is not used; with the next block in hand it is lost. */
  putBack(of: number): void {
    if (of === this.#until) this.#left += 1;
  }

  /** When there may be room for so many, as far as this process knows. */
  opensAt(messages: number): number {
    const { ledger, windows, now } = this.options;
    return opensAt(ledger.seen, messages, now(), windows);
  }

  async #fetch(): Promise<boolean> {
    // Whoever asks in the same turn comes along.
    await Promise.resolve();
    this.#resize();
    const { ledger: shared, now, windows } = this.options;
    const block = await shared.change((ledger) => {
      const given = give(ledger, Math.max(this.#size, this.#waiting), now(), windows);
      return given && { ledger: given.ledger, result: given };
    });
    if (!block) return false;
    this.#hold(block);
    return true;
  }

  /** Where blocks are used up before they end, the next one is twice as large. */
  #resize(): void {
    const least = Math.min(...this.options.windows.map(({ most }) => most));
    this.#size = this.options.now() < this.#until ? Math.min(this.#size * 2, least) : 1;
  }
}

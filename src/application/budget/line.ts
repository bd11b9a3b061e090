import type { Asker } from '../ports/ports';

interface Place {
  readonly deadline: number;
  /** Who came before, among those with the same deadline. */
  readonly turn: number;
  /** When it was told to ask again. */
  readonly at: number;
}

/** Who was told to come again and has not come by so long after that, comes no more. */
const GONE_MS = 60_000;

/** Who waits for room: the nearest deadline stands first, then who came first. It only says when to ask again; whoever asks then takes what is there. */
export class Line {
  readonly #places = new Map<string, Place>();
  #turns = 0;

  /** How many messages there must be room for until it is this one's turn. */
  join({ id, deadline }: Asker, now: number, opensAt: (messages: number) => number): number {
    const turn = this.#places.get(id)?.turn ?? (this.#turns += 1);
    let before = 0;
    for (const [other, place] of this.#places) {
      if (place.at + GONE_MS < now) this.#places.delete(other);
      else if (place.deadline < deadline || (place.deadline === deadline && place.turn < turn)) before += 1;
    }
    // Never at once: that there is no room has just been seen.
    const at = Math.max(now + 1, opensAt(before + 1));
    this.#places.set(id, { deadline, turn, at });
    return at;
  }

  leave(id: string): void {
    this.#places.delete(id);
  }

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }
}

import { LRUCache } from 'lru-cache';
import { roomFor } from '../../../platform/room-for';

/** Which activities have been taken up already: Teams sends one again when an answer is slow. */
export interface SeenIds {
  /** True the first time; false for a repetition. An activity without an id is always new. */
  take(activity: SeenActivity): boolean;
  /** Its turn failed: a repetition is to be taken up again. */
  forget(activity: SeenActivity): void;
}

interface SeenActivity {
  readonly id?: string | undefined;
  readonly conversation?: { readonly id?: string } | undefined;
}

const MOST = 10_000;

/** Remembers the newest 10,000 ids in this process; over that many an hour, the commands' own ids still hold. */
export function createSeenIds(most = MOST): SeenIds {
  const seen = new LRUCache<string, true>(roomFor(most));
  const keyOf = ({ id, conversation }: SeenActivity): string | undefined =>
    id === undefined || id === '' ? undefined : `${conversation?.id ?? ''} ${id}`;
  return {
    take(activity) {
      const key = keyOf(activity);
      if (key === undefined) return true;
      const isNew = !seen.has(key);
      seen.set(key, true);
      return isNew;
    },
    forget(activity) {
      const key = keyOf(activity);
      if (key !== undefined) seen.delete(key);
    },
  };
}

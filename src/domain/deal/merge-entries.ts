import { keyIn } from './entries';
import type { DealList } from './lists';

/** One thing as it stands now, as it was brought before, and as it is brought now; undefined: it is not there. */
export interface Three<T> {
  readonly now: T;
  readonly before: T;
  readonly next: T;
}

/**
 * A list that is brought again, entry by entry: those of one key belong together, in whatever order they come. `merge` says what an
 * entry becomes (undefined: it goes); `at` is its number in what is brought, undefined where it is left out there. New ones come last.
 */
export function mergeEntries(
  list: DealList,
  { now, before, next }: Three<readonly unknown[]>,
  merge: (entry: Three<unknown>, at: number | undefined) => unknown,
): readonly unknown[] {
  const keyOf = (raw: unknown): string => keyIn(list, raw);
  const under = (raws: readonly unknown[], key: string): unknown => raws.find((raw) => keyOf(raw) === key);
  const merged = (key: string, standing: unknown): unknown => {
    const at = next.findIndex((raw) => keyOf(raw) === key);
    const three = { now: standing, before: under(before, key), next: next[at] };
    return merge(three, at < 0 ? undefined : at);
  };
  const known = new Set(now.map(keyOf));
  const fresh = [...new Set(next.map(keyOf))].filter((key) => !known.has(key));
  return [...now.map((raw) => merged(keyOf(raw), raw)), ...fresh.map((key) => merged(key, undefined))].filter(
    (entry) => entry !== undefined,
  );
}

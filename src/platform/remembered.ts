import { LRUCache } from 'lru-cache';

/** Languages, zones, service URLs are few; keys come from outside, so that there is an end to them. */
const MOST = 500;

/** What `work` gives for a key, worked out once: a formatter, a look at a zone, a client of the SDK take long to make. */
export function remembered<T extends object | string | boolean>(
  work: (key: string) => T,
): (key: string) => T {
  const results = new LRUCache<string, T>({ max: MOST, memoMethod: (key) => work(key) });
  return (key) => results.memo(key);
}

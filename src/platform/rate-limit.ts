import { LRUCache } from 'lru-cache';
import { roomFor } from './room-for';

/** Counts per caller in windows of one minute. */
export interface RateLimit {
  /** 0 when this one may pass, otherwise the seconds until the next may. */
  take(caller: string): number;
}

const WINDOW_MS = 60_000;
/** Callers may be anybody's addresses: there is an end to them. */
const MOST_CALLERS = 10_000;

export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  const windows = new LRUCache<string, { since: number; count: number }>(roomFor(MOST_CALLERS));
  return {
    take: (caller) => {
      const at = now();
      const running = windows.get(caller);
      // A clock that is set back holds up nobody.
      const window = running && Math.abs(at - running.since) < WINDOW_MS ? running : { since: at, count: 0 };
      windows.set(caller, window);
      window.count += 1;
      return window.count <= perMinute ? 0 : Math.ceil((window.since + WINDOW_MS - at) / 1_000);
    },
  };
}

/** What the published limits count apart from each other. */
export type Operation = 'send' | 'create' | 'members' | 'conversations';

interface Window {
  readonly ms: number;
  readonly most: number;
}

const windows = (second: number, two: number, half: number, hour: number): readonly Window[] => [
  { ms: 1_000, most: second },
  { ms: 2_000, most: two },
  { ms: 30_000, most: half },
  { ms: 3_600_000, most: hour },
];

/**
 * Per bot and thread, and per app and tenant (Microsoft: "Optimize your bot with rate limiting in Teams"). Updates and
 * deletes are not listed there; they count as sends here.
 */
const PER_THREAD: Readonly<Record<Operation, readonly Window[]>> = {
  send: windows(7, 8, 60, 1_800),
  create: windows(7, 8, 60, 1_800),
  members: windows(14, 16, 120, 3_600),
  conversations: windows(14, 16, 120, 3_600),
};
const PER_TENANT: readonly Window[] = [{ ms: 1_000, most: 50 }];

export interface Throttle {
  /** Counts one call; instead, the seconds after which to try again if it is one too many. */
  take(operation: Operation, thread: string): number | undefined;
}

/** `real`: real time in ms; the limits of Teams know no business time. */
export function createThrottle(real: () => number): Throttle {
  const calls = new Map<string, number[]>();
  return {
    take: (operation, thread) => {
      const now = real();
      const own = recent(calls, `${operation}|${thread}`, now);
      const tenant = recent(calls, 'tenant', now);
      const wait = Math.max(waitFor(own, PER_THREAD[operation], now), waitFor(tenant, PER_TENANT, now));
      if (wait > 0) return Math.ceil(wait / 1_000);
      own.push(now);
      tenant.push(now);
      return undefined;
    },
  };
}

function recent(calls: Map<string, number[]>, key: string, now: number): number[] {
  const kept = (calls.get(key) ?? []).filter((at) => at > now - 3_600_000);
  calls.set(key, kept);
  return kept;
}

/** Milliseconds until no window is full any more. */
function waitFor(calls: readonly number[], limits: readonly Window[], now: number): number {
  let wait = 0;
  for (const { ms, most } of limits) {
    const oldestThatCounts = calls[calls.length - most];
    if (oldestThatCounts !== undefined) wait = Math.max(wait, oldestThatCounts + ms - now);
  }
  return wait;
}

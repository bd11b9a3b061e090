import { setTimeout as pause } from 'node:timers/promises';
import { NoAnswer, TeamsRefused } from './no-delivery';
import { outcomeOf } from './outcomes';

/** Somebody waits for the answer, and Teams for the end of the turn (about 15 s, a call takes up to 8 s). */
const LONGEST_WAIT_MS = 2_000;
const WAIT_MS = 500;

/** How long to wait before the same is sent again; undefined: it is not to be. A time-out has used up the turn. */
function waitAfter(error: unknown): number | undefined {
  if (error instanceof NoAnswer) return error.timedOut ? undefined : WAIT_MS;
  if (!(error instanceof TeamsRefused) || outcomeOf(error.status, error.code, 'post') !== 'retry')
    return undefined;
  const wait = error.retryAfterMs ?? WAIT_MS;
  return wait <= LONGEST_WAIT_MS ? wait : undefined;
}

/**
 * An answer to a person stands in no outbox: what Teams puts off for a moment is sent once more. Read twice is better
 * than not at all.
 */
export async function onceMore<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const wait = waitAfter(error);
    if (wait === undefined) throw error;
    await pause(wait);
    return send();
  }
}

import { changeDocument } from '../living/change-document';
import type { Store } from '../ports/store';

/** Longer than a renewal may take: after it the process that has the turn is gone. */
const HELD_MS = 10_000;
const ASKED_EVERY_MS = 200;
const ASKED = 30;

/** Whose sign-in is renewed: an account's, or a person's own. */
export interface Renewed {
  readonly kind: 'account' | 'person';
  readonly id: string;
}

/** All times real, ms. */
export interface Turns {
  readonly store: Store;
  readonly real: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly newId: () => string;
}

/**
 * Does the work when no other process renews this sign-in, and lets the next one after it. Rejects, to be tried
 * again, when another has had the turn for six seconds.
 */
export async function inTurn<T>(turns: Turns, of: Renewed, work: () => Promise<T>): Promise<T> {
  const by = turns.newId();
  for (let asked = 1; !(await take(turns, of, by)); asked += 1) {
    if (asked === ASKED) throw new Error('another process has been renewing the sign-in for too long');
    await turns.pause(ASKED_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    await giveBack(turns, of, by);
  }
}

/** What is not stored yet has one process. */
async function take({ store, real }: Turns, { kind, id }: Renewed, by: string): Promise<boolean> {
  const now = real();
  const changed = await changeDocument(store, kind, id, (document) =>
    document.renewing !== undefined && document.renewing.until > now
      ? { document, result: false }
      : { document: { ...document, renewing: { by, until: now + HELD_MS } }, result: true },
  );
  return changed?.result ?? true;
}

/** What cannot be given back ends by itself. */
async function giveBack({ store }: Turns, { kind, id }: Renewed, by: string): Promise<void> {
  await changeDocument(store, kind, id, (document) => {
    const { renewing, ...free } = document;
    return { document: renewing?.by === by ? free : document, result: undefined };
  }).catch(() => undefined);
}

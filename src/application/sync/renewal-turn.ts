import { changeDocument } from '../living/change-document';
import type { Store } from '../ports/store';

/** Longer than a renewal may take: after it the process that has the turn is gone. */
const HELD_MS = 10_000;
const ASKED_EVERY_MS = 200;
const ASKED = 30;

/** All times real, ms. */
export interface Turns {
  readonly store: Store;
  readonly real: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly newId: () => string;
}

/**
 * Does the work when no other process renews this account's sign-in, and lets the next one after it. Rejects, to be tried
 * again, when another has had the turn for six seconds.
 */
export async function inTurn<T>(turns: Turns, account: string, work: () => Promise<T>): Promise<T> {
  const by = turns.newId();
  for (let asked = 1; !(await take(turns, account, by)); asked += 1) {
    if (asked === ASKED) throw new Error('another process has been renewing the sign-in for too long');
    await turns.pause(ASKED_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    await giveBack(turns, account, by);
  }
}

/** An account that is not stored yet has one process. */
async function take({ store, real }: Turns, id: string, by: string): Promise<boolean> {
  const now = real();
  const changed = await changeDocument(store, 'account', id, (account) =>
    account.renewing !== undefined && account.renewing.until > now
      ? { document: account, result: false }
      : { document: { ...account, renewing: { by, until: now + HELD_MS } }, result: true },
  );
  return changed?.result ?? true;
}

/** What cannot be given back ends by itself. */
async function giveBack({ store }: Turns, id: string, by: string): Promise<void> {
  await changeDocument(store, 'account', id, (account) => {
    const { renewing, ...free } = account;
    return { document: renewing?.by === by ? free : account, result: undefined };
  }).catch(() => undefined);
}

import { tellAbout } from '../messages-and-sweeps';
import type { Account } from './account';
import { NOTHING_FOUND, type Cursor, type Found, type Reconciliation } from './comparison';
import { askWhetherActive } from './leads-heard';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** In the small hours, UTC. */
const NIGHT_HOUR = 2;
const WEEK_MS = 7 * DAY_MS;
/** Partner Center did not answer: the same part is asked for again then; after so many times the run is left for another night. */
const AGAIN_MS = 600_000;
const MOST_FAILURES = 6;

export type ReconciliationInput =
  /** The next night's is planned, unless one is. */
  | { readonly kind: 'to-reconcile' }
  /** A part has been read. `next`: what comes now; absent: all is done. `cursor`: where the open ones are gone on with; absent: as before. */
  | {
      readonly kind: 'reconciled';
      readonly next?: Reconciliation;
      readonly found: Found;
      readonly cursor?: Cursor;
    }
  /** Partner Center did not answer. */
  | { readonly kind: 'not-reconciled' };

export function stepReconciliation(account: Account, input: ReconciliationInput, now: number): Account {
  switch (input.kind) {
    case 'to-reconcile':
      return account.reconcileAt === undefined
        ? { ...account, reconcileAt: nextNight(account, now) }
        : account;
    case 'reconciled':
      return reconciled(account, input, now);
    case 'not-reconciled':
      return putOff(account, now);
  }
}

/** A light one each night, a full one each week. */
export function begun({ fullAt }: Account, now: number): Reconciliation {
  const isFull = fullAt === undefined || now - fullAt >= WEEK_MS - HOUR_MS;
  return { part: isFull ? 'all-there' : 'open-here', at: now, read: 0, found: NOTHING_FOUND, failures: 0 };
}

function reconciled(
  { reconciliation: before, ...account }: Account,
  { next, cursor, found }: Extract<ReconciliationInput, { kind: 'reconciled' }>,
  now: number,
): Account {
  const fullAt = before?.part === 'all-there' && next?.part !== 'all-there' ? { fullAt: now } : {};
  const known: Account = { ...account, ...(cursor && { cursor }), ...fullAt };
  if (next) return { ...known, reconciliation: next, reconcileAt: now };
  const ended = askWhetherActive({ ...known, reconciledAt: now, reconcileAt: nextNight(account, now) }, now);
  const isWell = Object.values(found).every((count) => count === 0);
  return isWell ? ended : tellAbout(ended, 'admins', { kind: 'reconciled', found }, now);
}

function putOff(account: Account, now: number): Account {
  const run = account.reconciliation ?? begun(account, now);
  if (run.failures + 1 < MOST_FAILURES)
    return {
      ...account,
      reconciliation: { ...run, failures: run.failures + 1 },
      reconcileAt: now + AGAIN_MS,
    };
  const { reconciliation: _, ...rest } = account;
  return { ...rest, reconcileAt: nextNight(account, now) };
}

/** The next small hour, each account at a minute of its own: several do not ask in the same moment. */
function nextNight({ id }: Account, now: number): number {
  const minute = Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 60, 7);
  const night = Math.floor(now / DAY_MS) * DAY_MS + NIGHT_HOUR * HOUR_MS + minute * 60_000;
  return night > now ? night : night + DAY_MS;
}

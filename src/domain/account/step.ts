import type { Settlement } from '../effects';
import { finishOwing, settleOwed, sweep, tellAbout } from '../messages-and-sweeps';
import { triedKey } from '../referral/referral';
import type { Account } from './account';
import { stillAway, tellAgain } from './away';
import { stepConnection, type ConnectionInput } from './connection';
import type { LeadsHeard } from './lead-source';
import { newsOf } from './news';
import { stepReconciliation, type ReconciliationInput } from './reconciliation';
import type { SignedOutWhy } from './signed-out-why';
import { stepUnfed, type UnfedInput } from './unfed';

/** What happens to an account, from wherever it comes. */
export type AccountInput =
  | ConnectionInput
  | ReconciliationInput
  | UnfedInput
  /** Partner Center may have news: the poll is due at once. */
  | { readonly kind: 'asked' }
  /** A poll ended well. `watermark`: the newest time read; `next`: when the next one is due; `asked`: when it was (business time, ms). */
  | {
      readonly kind: 'polled';
      readonly watermark?: string;
      readonly next: number;
      readonly asked?: number;
      /** What records have told of whose account it is; a setting would go before it. */
      readonly organization?: string;
      /** The last deal that was looked at by its engagement; absent: all were. */
      readonly lookedAt?: { readonly urgency: number; readonly id: string };
      /** The newest lead of each source. */
      readonly newest?: LeadsHeard['newest'];
    }
  /** It did not. `signedOut`: nothing will work until somebody signs in again. */
  | {
      readonly kind: 'failed';
      readonly problem: string;
      readonly next: number;
      readonly signedOut?: SignedOutWhy;
      /** Partner Center answers, and does not let the account read. */
      readonly forbidden?: true;
    }
  /** A write or a read was refused for the sign-in, between two polls. */
  | { readonly kind: 'refused'; readonly why: SignedOutWhy; readonly problem: string }
  /** This record there may be new or have changed. */
  | { readonly kind: 'news'; readonly referral: string }
  /** It is not the one connected (any more): asked again when a start brings it back. */
  | { readonly kind: 'left' }
  | { readonly kind: 'wake' }
  | { readonly kind: 'settled'; readonly effect: string; readonly settlement: Settlement };

/** Pure, as the referral's step. `now`: business time in ms. */
export function stepAccount(account: Account, input: AccountInput, now: number): Account {
  const next = stepped(account, input, now);
  if (next === account && input.kind !== 'wake') return account;
  const times = [next.pollAt, next.listenAt, next.checkAt, next.reconcileAt].filter(
    (time) => time !== undefined,
  );
  return finishOwing(next, times.length === 0 ? undefined : Math.min(...times));
}

function stepped(account: Account, input: AccountInput, now: number): Account {
  switch (input.kind) {
    case 'asked':
      return { ...account, pollAt: now };
    case 'polled':
      return polled(account, input, now);
    case 'failed':
      return failed(account, input, now);
    case 'refused':
      return signedOutOf({ ...account, problem: input.problem }, input.why, input.problem, now);
    case 'news':
      return newsOf(account, input.referral, now);
    case 'left': {
      const { pollAt: _, listenAt: __, checkAt: ___, reconcileAt: ____, ...rest } = account;
      return rest;
    }
    case 'wake':
      return account;
    case 'settled':
      return settleOwed(account, input.effect, input.settlement, now);
    case 'to-reconcile':
    case 'reconciled':
    case 'not-reconciled':
      return stepReconciliation(account, input, now);
    case 'fed':
    case 'fed-nowhere':
      return stepUnfed(account, input, now);
    default:
      return stepConnection(account, input, now);
  }
}

/** Whatever was refused for the sign-in, by whichever call: it works now. */
function polled(
  { problem: _, signedOut, failures, away, lookedAt: __, ...account }: Account,
  { watermark, next, asked, organization, lookedAt, newest }: Extract<AccountInput, { kind: 'polled' }>,
  now: number,
): Account {
  // Asked again while it ran: due at once.
  const pollAt = account.pollAt === asked ? next : now;
  const done: Account = {
    ...account,
    polledAt: now,
    pollAt,
    ...(watermark === undefined ? {} : { watermark }),
    ...(organization === undefined ? {} : { organization }),
    ...(lookedAt === undefined ? {} : { lookedAt }),
    ...(newest === undefined ? {} : { leads: { ...account.leads, newest } }),
  };
  return answering(away?.told ? tellAgain(done, away.since, now) : done, { signedOut, failures }, now);
}

/** What waited for it is taken up. */
function answering(
  account: Account,
  before: Partial<Record<'signedOut' | 'failures', unknown>>,
  now: number,
): Account {
  if (before.signedOut !== undefined) return freed(account, now);
  // The nearest deadline first: a sweep goes by urgency.
  const of = { key: triedKey(account.id) };
  return before.failures === undefined ? account : sweep(account, of, { kind: 'answers-again' }, now);
}

const freed = ({ listenAt, ...account }: Account, now: number): Account =>
  sweep(
    { ...account, ...(listenAt !== undefined && { listenAt: now }) },
    { key: `parked/signed-in/${account.id}` },
    { kind: 'freed', event: 'signed-in' },
    now,
  );

function failed(
  account: Account,
  { problem, next, signedOut, forbidden }: Extract<AccountInput, { kind: 'failed' }>,
  now: number,
): Account {
  const known = { ...account, problem, pollAt: next, failures: (account.failures ?? 0) + 1 };
  if (signedOut !== undefined) return signedOutOf(known, signedOut, problem, now);
  return stillAway(known, { problem, ...(forbidden && { forbidden }) }, now);
}

/** The admins hear once that somebody must sign in. */
const signedOutOf = (account: Account, why: SignedOutWhy, problem: string, now: number): Account =>
  account.signedOut === why
    ? account
    : { ...tellAbout(account, 'admins', { kind: 'signed-out', why, problem }, now), signedOut: why };

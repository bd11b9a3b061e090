import type { ReferralEffect, Settlement } from '../effects';
import { drop, owe } from '../living/outbox';
import type { Notice, WaitEnded } from '../notices';
import { bringsChange, type Bringing } from './awaited-author';
import type { Facts } from './inputs';
import type { SignInAsk } from './own';
import type { Referral } from './referral';

/** The first program that writes with the right of whose change it is. */
const SINCE = 5;

/** What still waits, or is being tried; undefined: it is done with. */
const waiting = ({ outbox }: Referral, effect: string): Bringing | undefined =>
  outbox.filter(bringsChange).find(({ id, dead }) => id === effect && !dead);

/** Whether a message about somebody's sign-in says something that is still so. */
export const isMootAsk = (referral: Referral, notice: Notice): boolean =>
  notice.kind === 'author-sign-in' &&
  notice.effect !== undefined &&
  notice.ended === undefined &&
  waiting(referral, notice.effect) === undefined;

/** Where somebody was asked is kept for as long as that is true. */
export function keepAsk(
  referral: Referral,
  effect: ReferralEffect,
  { stands }: Extract<Settlement, { kind: 'done' }>,
): Referral {
  if (effect.kind !== 'tell' || typeof effect.to === 'string' || !stands) return referral;
  const { to, notice } = effect;
  if (notice.kind !== 'author-sign-in' || notice.effect === undefined) return referral;
  const ask = { effect: notice.effect, to, activity: stands.activity, ...untilOf(notice) };
  return withAsks(referral, [...(referral.own.signInAsks ?? []), ask]);
}

/** It has been written, or never will be: whoever was asked reads that where they were asked. */
export function endAsks(
  referral: Referral,
  { id }: ReferralEffect,
  settlement: Settlement,
  facts: Facts,
): Referral {
  if (!referral.own.signInAsks || waiting(referral, id)) return referral;
  const isWritten = settlement.kind === 'written' || settlement.kind === 'created';
  const ended = !isWritten ? 'over' : settlement.right === 'own' ? 'own' : 'account';
  return over(referral, ({ effect }) => effect === id, ended, facts);
}

/** What was asked in vain, or is to be waited for differently, is said so. */
export function askTruly(referral: Referral, facts: Facts): Referral {
  const asks = referral.own.signInAsks ?? [];
  const ended = over(referral, ({ effect }) => !waiting(referral, effect), 'over', facts);
  return asks.reduce((next, ask) => {
    const effect = waiting(referral, ask.effect);
    return !effect?.parked || effect.standsInAt === ask.standsInAt
      ? next
      : again(next, ask, { ...bare(ask), ...untilOf(effect) }, facts);
  }, ended);
}

function over(referral: Referral, is: (ask: SignInAsk) => boolean, ended: WaitEnded, facts: Facts): Referral {
  const asks = referral.own.signInAsks ?? [];
  const done = asks.filter(is);
  if (done.length === 0) return referral;
  const left = withAsks(
    referral,
    asks.filter((one) => !done.includes(one)),
  );
  return done.reduce((next, ask) => retell(next, ask, { kind: 'author-sign-in', ended }, facts), left);
}

function again(referral: Referral, ask: SignInAsk, now: SignInAsk, facts: Facts): Referral {
  const asks = (referral.own.signInAsks ?? []).map((one) => (one === ask ? now : one));
  const notice = { kind: 'author-sign-in' as const, effect: now.effect, ...untilOf(now) };
  return retell(withAsks(referral, asks), now, notice, facts);
}

/** What was owed to that message says less than the new one. */
const retell = (referral: Referral, { to, activity }: SignInAsk, notice: Notice, { now }: Facts): Referral =>
  owe(
    drop(referral, (one) => one.kind === 'retell' && one.activity === activity && !one.dead),
    { kind: 'retell', since: SINCE, lane: `person:${to.id}`, to, activity, notice },
    now,
  );

const bare = ({ effect, to, activity }: SignInAsk): SignInAsk => ({ effect, to, activity });

const untilOf = ({ standsInAt }: { readonly standsInAt?: number }): { readonly standsInAt?: number } =>
  standsInAt === undefined ? {} : { standsInAt };

function withAsks(referral: Referral, signInAsks: readonly SignInAsk[]): Referral {
  const { signInAsks: _, ...own } = referral.own;
  return { ...referral, own: signInAsks.length === 0 ? own : { ...own, signInAsks } };
}

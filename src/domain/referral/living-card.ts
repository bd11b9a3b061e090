import type { ReferralEffect, Settlement, TellEffect } from '../effects';
import type { Notice } from '../notices';
import { awaitedAuthor } from './awaited-author';
import type { Facts } from './inputs';
import { oweTakeOff } from './met';
import { personPlace } from './parts';
import { isAsked } from './reconcile';
import type { Place, Referral } from './referral';

/**
 * What a manager is told is their one card of the referral from then on, also where they own it themselves: it goes on changing with
 * it. It came as a new message, because a change of a message notifies nobody; the one before it is taken off.
 */
export function becomesCard(
  referral: Referral,
  effect: ReferralEffect,
  { stands }: Extract<Settlement, { kind: 'done' }>,
  facts: Facts,
): Referral {
  if (effect.kind !== 'tell' || !stands || typeof effect.to === 'string') return referral;
  const key = personPlace(effect.to.id);
  const place = referral.own.places.find((one) => one.key === key);
  const isCard = effect.audience === 'managers' || (place !== undefined && isManagersOwn(effect, facts));
  if (!isCard) return referral;
  const before = place?.activity;
  const others = referral.own.places.filter((one) => one !== place);
  const next = {
    ...referral,
    own: { ...referral.own, places: [...others, { key, ...stands, notice: effect.notice }] },
  };
  return before === undefined || before === stands.activity ? next : oweTakeOff(next, key, before, facts);
}

/** What has become of their own change lasts as it was said: a card that is drawn anew would not say it any more. */
const LASTING: readonly Notice['kind'][] = ['refused', 'author-sign-in'];

/** What an admin is to see to is no word about the deal. */
const isManagersOwn = ({ to, audience, notice }: TellEffect, { desk }: Facts): boolean =>
  audience !== 'admins' &&
  !LASTING.includes(notice.kind) &&
  desk?.managers.some(({ id }) => typeof to !== 'string' && id === to.id) === true;

/**
 * What a card that came as a message still says, when it is drawn anew: a clock that runs, a question that is open, a deal that is not
 * taken. Undefined: it shows how the referral stands.
 */
export function stillSays(referral: Referral, { key, notice }: Place): Notice | undefined {
  if (!notice) return undefined;
  const says =
    notice.kind === 'overwritten'
      ? isAsked(referral, { id: key.slice(personPlace('').length) })
      : notice.kind === 'not-taken'
        ? referral.making?.refused !== undefined
        : notice.kind === 'author-away'
          ? awaitedAuthor(referral)?.by.id === notice.by.id
          : 'clocks' in notice;
  return says ? notice : undefined;
}

import type { ReferralEffect, Settlement } from '../effects';
import type { Facts } from './inputs';
import { oweTakeOff } from './met';
import { personPlace } from './parts';
import type { Referral } from './referral';

/**
 * What a manager is told is their one card of the referral from then on: it goes on changing with it. It came as a new message,
 * because a change of a message notifies nobody; the one before it is taken off.
 */
export function becomesCard(
  referral: Referral,
  effect: ReferralEffect,
  { stands }: Extract<Settlement, { kind: 'done' }>,
  facts: Facts,
): Referral {
  const isManagers =
    effect.kind === 'tell' && effect.audience === 'managers' && typeof effect.to !== 'string';
  if (!isManagers || !stands || typeof effect.to === 'string') return referral;
  const key = personPlace(effect.to.id);
  const before = referral.own.places.find((place) => place.key === key)?.activity;
  const others = referral.own.places.filter((place) => place.key !== key);
  const next = {
    ...referral,
    own: { ...referral.own, places: [...others, { key, ...stands, notice: effect.notice }] },
  };
  return before === undefined || before === stands.activity ? next : oweTakeOff(next, key, before, facts);
}

import type { ReferralEffect } from '../effects';
import { drop } from '../living/outbox';
import type { Ending } from '../living/settle';
import type { PersonRef } from '../person/person-ref';
import type { Facts } from './inputs';
import { notTaken } from './making';
import { oweRead, tell } from './parts';
import { refused } from './reconcile';
import type { Referral } from './referral';

const ASK_AGAIN_MS = 3_600_000;

/** The admins hear of it; what else follows depends on what was owed. */
export function givenUp(referral: Referral, effect: ReferralEffect, ending: Ending, facts: Facts): Referral {
  // Refused at once is not "tried often".
  const tried = ending.kind === 'rejected' ? {} : { tries: effect.tries };
  return afterIt(alarm(referral, effect, tried, facts), effect, { why: 'unanswered' }, facts);
}

/** An admin has taken it out of what is tried again and again: the others hear who, and its author has back what they wrote. */
export const dropped = (referral: Referral, effect: ReferralEffect, by: PersonRef, facts: Facts): Referral =>
  afterIt(alarm(referral, effect, { by }, facts), effect, { why: 'dropped', by }, facts);

function afterIt(
  referral: Referral,
  effect: ReferralEffect,
  { why, ...said }: { readonly why: 'unanswered' | 'dropped'; readonly by?: PersonRef },
  facts: Facts,
): Referral {
  switch (effect.kind) {
    case 'show':
      return behind(referral, effect.place);
    case 'write': {
      const intent = referral.intents.find((one) => one.id === effect.intent);
      return intent ? refused(referral, intent, why, said, facts) : referral;
    }
    case 'create':
      return notTaken(referral, { why, ...said }, facts);
    case 'read':
      // What the intake brought is asked for again as long as nobody has answered.
      return effect.because === 'intake' && referral.truth === 'unknown'
        ? oweRead(referral, 'intake', facts, facts.now + ASK_AGAIN_MS)
        : askUntilConfirmed(referral, facts, ASK_AGAIN_MS);
    default:
      return referral;
  }
}

/** Of many failures of one kind that nobody has heard of yet, the admins hear the newest. */
function alarm(
  referral: Referral,
  effect: ReferralEffect,
  how: { readonly tries?: number; readonly by?: PersonRef },
  facts: Facts,
): Referral {
  if (isAlarm(effect)) return referral;
  const stuck = { kind: 'stuck' as const, effect: effect.kind, problem: effect.problem ?? '', ...how };
  const isOlder = (one: ReferralEffect): boolean =>
    one.kind === 'tell' && one.to === 'admins' && isAlarm(one) && !one.dead && isOf(one, effect.kind);
  return tell(drop(referral, isOlder), 'admins', stuck, facts);
}

const isOf = (one: ReferralEffect, kind: string): boolean =>
  'notice' in one && one.notice.kind === 'stuck' && one.notice.effect === kind;

/** What stands there is out of date: the daily look owes it again. */
function behind(referral: Referral, key: string): Referral {
  const places = referral.own.places.map((place) =>
    place.key === key ? { ...place, behind: (place.behind ?? 0) + 1 } : place,
  );
  return { ...referral, own: { ...referral.own, places } };
}

/** A read may lag behind what was written, or fail: as long as something is unconfirmed, one is owed. */
export const askUntilConfirmed = (referral: Referral, facts: Facts, afterMs: number): Referral =>
  referral.intents.some((intent) => intent.state === 'unconfirmed')
    ? oweRead(referral, 'confirm', facts, facts.now + afterMs)
    : referral;

const isAlarm = (effect: ReferralEffect): boolean => 'notice' in effect && effect.notice.kind === 'stuck';

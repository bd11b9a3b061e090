import type { ReferralEffect } from '../effects';
import { drop } from '../living/outbox';
import type { Ending } from '../living/settle';
import type { Facts } from './inputs';
import { notTaken } from './making';
import { oweRead, tell } from './parts';
import { refused } from './reconcile';
import type { Referral } from './referral';

const ASK_AGAIN_MS = 3_600_000;

/** The admins hear of it; what else follows depends on what was owed. */
export function givenUp(referral: Referral, effect: ReferralEffect, ending: Ending, facts: Facts): Referral {
  const alarmed = isAlarm(effect) ? referral : alarm(referral, effect, ending, facts);
  switch (effect.kind) {
    case 'show':
      return behind(alarmed, effect.place);
    case 'write': {
      const intent = alarmed.intents.find((one) => one.id === effect.intent);
      return intent ? refused(alarmed, intent, 'unanswered', {}, facts) : alarmed;
    }
    case 'create':
      return notTaken(alarmed, { why: 'unanswered' }, facts);
    case 'read':
      // What the intake brought is asked for again as long as nobody has answered.
      return effect.because === 'intake' && referral.truth === 'unknown'
        ? oweRead(alarmed, 'intake', facts, facts.now + ASK_AGAIN_MS)
        : askUntilConfirmed(alarmed, facts, ASK_AGAIN_MS);
    default:
      return alarmed;
  }
}

/** Of many failures of one kind that nobody has heard of yet, the admins hear the newest. */
function alarm(referral: Referral, effect: ReferralEffect, ending: Ending, facts: Facts): Referral {
  const isOlder = (one: ReferralEffect): boolean =>
    one.kind === 'tell' && one.to === 'admins' && isAlarm(one) && !one.dead && isOf(one, effect.kind);
  return tell(drop(referral, isOlder), 'admins', stuck(effect, ending), facts);
}

const isOf = (one: ReferralEffect, kind: string): boolean =>
  'notice' in one && one.notice.kind === 'stuck' && one.notice.effect === kind;

const stuck = (effect: ReferralEffect, ending: Ending) => ({
  kind: 'stuck' as const,
  effect: effect.kind,
  problem: effect.problem ?? '',
  // Refused at once is not "tried often".
  ...(ending.kind === 'rejected' ? {} : { tries: effect.tries }),
});

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

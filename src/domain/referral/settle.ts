import type { Effect } from '../living/effects';
import { change, remove, retry, type Settlement } from '../living/outbox';
import type { Place, Referral } from './referral';
import type { Facts } from './inputs';
import { refused, standAlone, written } from './intents';
import { gone, observe } from './observe';
import { CHANNEL, oweRead, say, tell } from './parts';

const READ_AGAIN_MS = 60_000;
const ASK_AGAIN_MS = 3_600_000;

/** Books how one effect ended. An effect that is no longer there was settled by somebody else: nothing happens. */
export function settle(referral: Referral, id: string, settlement: Settlement, facts: Facts): Referral {
  const effect = referral.outbox.find((one) => one.id === id);
  if (!effect || effect.dead) return referral;
  switch (settlement.kind) {
    case 'done':
      return remove(referral, id);
    case 'shown':
      return effect.kind === 'show' ? shown(referral, effect, settlement, facts) : remove(referral, id);
    case 'vanished':
      return effect.kind === 'show' ? vanished(referral, effect, facts) : remove(referral, id);
    case 'unreachable':
      return unreachable(referral, effect, settlement.problem, facts);
    case 'parked':
      return change(referral, id, (one) => ({
        ...one,
        parked: settlement.until,
        problem: settlement.problem,
      }));
    case 'retry':
      return failed(referral, retry(effect, settlement.at, settlement.problem, facts.now), facts);
    case 'rejected':
      return failed(referral, { ...effect, dead: true, problem: settlement.problem }, facts, true);
    default:
      return settlePartnerCenter(referral, effect, settlement, facts);
  }
}

function settlePartnerCenter(
  referral: Referral,
  effect: Effect,
  settlement: Extract<Settlement, { kind: 'written' | 'read-instead' | 'refused' | 'read' | 'not-found' }>,
  facts: Facts,
): Referral {
  const without = remove(referral, effect.id);
  switch (settlement.kind) {
    case 'written':
      return effect.kind === 'write' ? written(without, effect.intent, settlement.resource, facts) : without;
    case 'read':
      return askUntilConfirmed(observe(without, settlement.resource, facts), facts, READ_AGAIN_MS);
    case 'read-instead': {
      const read = observe(referral, settlement.resource, facts);
      const open = read.outbox.find((one) => one.id === effect.id);
      return open ? failed(read, retry(open, settlement.retryAt, 'read instead', facts.now), facts) : read;
    }
    case 'refused': {
      const intent = effect.kind === 'write' && referral.intents.find((one) => one.id === effect.intent);
      return intent ? refused(without, intent, settlement.why, settlement.detail, facts) : without;
    }
    case 'not-found':
      return referral.truth === 'unknown' ? standAlone(without, facts) : gone(without, facts);
  }
}

function shown(
  referral: Referral,
  effect: Extract<Effect, { kind: 'show' }>,
  now: Extract<Settlement, { kind: 'shown' }>,
  facts: Facts,
): Referral {
  const { activity, conversation, shown: fingerprint } = now;
  const places = referral.own.places.map((place) =>
    place.key === effect.place
      ? {
          ...place,
          ...(activity ? { activity } : {}),
          ...(conversation ? { conversation } : {}),
          ...(fingerprint ? { shown: fingerprint } : {}),
        }
      : place,
  );
  const next = { ...referral, own: { ...referral.own, places } };
  // Changed while it was drawn: it is drawn once more.
  if (effect.asked > now.asked)
    return change(next, effect.id, (one) => ({ ...one, notBefore: facts.now, tries: 0 }));
  return remove(next, effect.id);
}

function vanished(referral: Referral, effect: Extract<Effect, { kind: 'show' }>, facts: Facts): Referral {
  const places = referral.own.places.map((place): Place =>
    place.key === effect.place ? { key: place.key } : place,
  );
  const next = { ...referral, own: { ...referral.own, places } };
  return change(next, effect.id, (one) => ({ ...one, notBefore: facts.now, tries: one.tries + 1 }));
}

function unreachable(referral: Referral, effect: Effect, problem: string, facts: Facts): Referral {
  if (effect.kind === 'tell') return say(remove(referral, effect.id), effect.notice, facts, [effect.to]);
  const until = effect.lane === CHANNEL ? 'bot-installed' : 'person-reachable';
  return change(referral, effect.id, (one) => ({ ...one, parked: until, problem }));
}

function failed(referral: Referral, effect: Effect, facts: Facts, atOnce = false): Referral {
  const next = change(referral, effect.id, () => effect);
  if (!effect.dead) return next;
  const stuck = { kind: 'stuck' as const, effect: effect.kind, problem: effect.problem ?? '' };
  const notice = atOnce ? stuck : { ...stuck, tries: effect.tries };
  const told = isAlarm(effect)
    ? next
    : facts.admins.reduce((all, admin) => tell(all, admin, notice, facts), next);
  if (effect.kind === 'write') {
    const intent = told.intents.find((one) => one.id === effect.intent);
    return intent ? refused(told, intent, 'unanswered', undefined, facts) : told;
  }
  if (effect.kind !== 'read') return told;
  // What the intake brought is asked for again as long as nobody has answered.
  return effect.because === 'intake' && referral.truth === 'unknown'
    ? oweRead(told, 'intake', facts, facts.now + ASK_AGAIN_MS)
    : askUntilConfirmed(told, facts, ASK_AGAIN_MS);
}

/** A read may lag behind what was written, or fail: as long as something is unconfirmed, one is owed. */
const askUntilConfirmed = (referral: Referral, facts: Facts, afterMs: number): Referral =>
  referral.intents.some((intent) => intent.state === 'unconfirmed')
    ? oweRead(referral, 'confirm', facts, facts.now + afterMs)
    : referral;

const isAlarm = (effect: Effect): boolean => 'notice' in effect && effect.notice.kind === 'stuck';

import type { ReferralEffect, Settlement, ShowEffect } from '../effects';
import { MOST_TRIES, change, remove } from '../living/outbox';
import { ended, type Ending } from '../living/settle';
import { addressed } from '../messages-and-sweeps';
import type { Place, Referral } from './referral';
import { askUntilConfirmed, givenUp } from './given-up';
import { kept } from './history';
import type { Facts } from './inputs';
import { standAlone, written } from './intents';
import { becomesCard } from './living-card';
import { settleMaking } from './making';
import { gone, observe } from './observe';
import { awaitAuthor } from './own-right';
import { CHANNEL, say } from './parts';
import { refused } from './reconcile';
import { seenIn, writtenBy } from './seen-in';
import { endAsks, keepAsk } from './sign-in-asks';
import { oweLeave } from './routed';
import { told } from './told';

const READ_AGAIN_MS = 60_000;

/** Books how one effect ended. An effect that is no longer there was settled by somebody else: nothing happens. */
export function settle(referral: Referral, id: string, settlement: Settlement, facts: Facts): Referral {
  const effect = referral.outbox.find((one) => one.id === id);
  if (!effect || effect.dead) return referral;
  return endAsks(booked(referral, effect, settlement, facts), effect, settlement, facts);
}

function booked(referral: Referral, effect: ReferralEffect, settlement: Settlement, facts: Facts): Referral {
  const { id } = effect;
  if (isUndone(settlement)) return failed(referral, effect, settlement, facts);
  switch (settlement.kind) {
    case 'done':
      return told(
        becomesCard(keepAsk(remove(referral, id), effect, settlement), effect, settlement, facts),
        effect,
        settlement,
        facts,
      );
    case 'shown':
    case 'listed':
    case 'vanished':
      return effect.kind === 'show' ? settleShow(referral, effect, settlement, facts) : remove(referral, id);
    case 'addressed':
      return effect.kind === 'tell'
        ? addressed(referral, effect, settlement.to, facts.now)
        : remove(referral, id);
    case 'unreachable':
      return unreachable(referral, effect, settlement.problem, facts);
    case 'kept':
      return kept(remove(referral, id), settlement.upTo);
    case 'swept':
      return remove(referral, id);
    case 'unsigned':
      return awaitAuthor(referral, effect, settlement, facts);
    default:
      return settlePartnerCenter(referral, effect, settlement, facts);
  }
}

function settleShow(
  referral: Referral,
  effect: ShowEffect,
  settlement: Extract<Settlement, { kind: 'shown' | 'listed' | 'vanished' }>,
  facts: Facts,
): Referral {
  switch (settlement.kind) {
    case 'shown':
      return shown(referral, effect, settlement, facts);
    case 'listed':
      return listed(referral, effect, settlement, facts);
    case 'vanished':
      return vanished(referral, effect, facts);
  }
}

type Undone = Exclude<Ending, { kind: 'done' }>;

const UNDONE: ReadonlySet<string> = new Set([
  'parked',
  'put-off',
  'retry',
  'rejected',
] satisfies Undone['kind'][]);

const isUndone = (settlement: Settlement): settlement is Undone => UNDONE.has(settlement.kind);

function settlePartnerCenter(
  referral: Referral,
  effect: ReferralEffect,
  settlement: Extract<
    Settlement,
    { kind: 'written' | 'read-instead' | 'refused' | 'read' | 'not-found' | 'created' }
  >,
  facts: Facts,
): Referral {
  const made = settleMaking(referral, effect, settlement, facts);
  if (made) return made;
  const without = remove(referral, effect.id);
  switch (settlement.kind) {
    case 'written':
      return effect.kind === 'write'
        ? written(writtenBy(without, settlement.through), effect.intent, settlement, facts)
        : without;
    case 'read': {
      const met = seenIn(without, settlement.through);
      return askUntilConfirmed(observe(met, settlement.resource, facts), facts, READ_AGAIN_MS);
    }
    case 'read-instead': {
      const read = observe(referral, settlement.resource, facts);
      const open = read.outbox.find((one) => one.id === effect.id);
      return open ? crossed(read, open, settlement.retryAt, facts) : read;
    }
    case 'refused': {
      const intent = effect.kind === 'write' && referral.intents.find((one) => one.id === effect.intent);
      return intent ? refused(without, intent, settlement.why, settlement, facts) : without;
    }
    case 'created':
      return without;
    case 'not-found':
      return referral.truth === 'unknown' ? standAlone(without, facts) : gone(without, facts);
  }
}

/** Partner Center answers, and not as it was meant: that is not waited out as its absence is. */
function crossed(referral: Referral, effect: ReferralEffect, at: number, facts: Facts): Referral {
  if (effect.kind !== 'write')
    return failed(referral, effect, { kind: 'retry', at, problem: 'read instead' }, facts);
  const times = (effect.crossed ?? 0) + 1;
  const next = change(referral, effect.id, () => ({ ...effect, crossed: times }));
  const problem = 'it was changed there again and again';
  return times < MOST_TRIES
    ? failed(next, { ...effect, crossed: times }, { kind: 'retry', at, problem }, facts)
    : failed(next, effect, { kind: 'rejected', problem }, facts);
}

function shown(
  referral: Referral,
  effect: ShowEffect,
  now: Extract<Settlement, { kind: 'shown' }>,
  facts: Facts,
): Referral {
  const { activity, conversation, shown: fingerprint } = now;
  const { desk } = referral.own;
  // It has gone to another desk while it was being posted.
  if (effect.place === CHANNEL && activity && conversation && conversation !== desk) {
    const again = change(referral, effect.id, (one) => ({ ...one, notBefore: facts.now, tries: 0 }));
    return oweLeave(again, { desk: conversation, activity }, facts);
  }
  // It stood for what has been taken back meanwhile: now that it is there it says how things stand.
  const isLate = activity !== undefined && !referral.own.places.some(({ key }) => key === effect.place);
  const known = isLate ? [...referral.own.places, { key: effect.place }] : referral.own.places;
  const places = known.map((place): Place => {
    if (place.key !== effect.place) return place;
    const { behind: _, wanted, ...standing } = place;
    return {
      ...standing,
      ...(activity ? { activity } : wanted && { wanted }),
      ...(conversation ? { conversation } : {}),
      ...(fingerprint ? { shown: fingerprint } : {}),
    };
  });
  const next = { ...referral, own: { ...referral.own, places } };
  // Changed while it was drawn: it is drawn once more.
  if (isLate || effect.asked > now.asked)
    return change(next, effect.id, (one) => ({ ...one, notBefore: facts.now, tries: 0 }));
  return remove(next, effect.id);
}

/** It is a row of a list of its desk, which is owed now; unless its card has become wanted, or it has gone to another desk. */
function listed(
  referral: Referral,
  effect: ShowEffect,
  { desk, list }: Extract<Settlement, { kind: 'listed' }>,
  facts: Facts,
): Referral {
  const places = referral.own.places.map((place): Place =>
    place.key === effect.place && !place.wanted && referral.own.desk === desk
      ? { ...place, listed: list }
      : place,
  );
  const next = { ...referral, own: { ...referral.own, places } };
  return change(next, effect.id, (one) => ({ ...one, notBefore: facts.now, tries: 0 }));
}

function vanished(referral: Referral, effect: ShowEffect, facts: Facts): Referral {
  const places = referral.own.places.map((place): Place =>
    place.key === effect.place ? anew(place) : place,
  );
  const next = { ...referral, own: { ...referral.own, places } };
  return change(next, effect.id, (one) => ({ ...one, notBefore: facts.now, tries: one.tries + 1 }));
}

const anew = ({ key, listed: list }: Place): Place => ({
  key,
  ...(key === CHANNEL ? { wanted: true as const } : {}),
  ...(list === undefined ? {} : { listed: list }),
});

function unreachable(referral: Referral, effect: ReferralEffect, problem: string, facts: Facts): Referral {
  if (effect.kind === 'tell' && typeof effect.to !== 'string') {
    const said = say(remove(referral, effect.id), effect.notice, facts, effect.to);
    const { audience } = effect;
    const owed = said.outbox.at(-1);
    return audience && owed ? change(said, owed.id, (one) => ({ ...one, insteadOf: audience })) : said;
  }
  const until = effect.lane === CHANNEL ? 'bot-installed' : 'person-reachable';
  return change(referral, effect.id, (one) => ({ ...one, parked: until, problem }));
}

function failed(referral: Referral, effect: ReferralEffect, ending: Ending, facts: Facts): Referral {
  const after = ended(effect, ending, facts.now);
  const next = change(referral, effect.id, () => after);
  return after?.dead ? givenUp(next, after, ending, facts) : next;
}

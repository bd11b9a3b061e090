import { applyChange } from '../deal/change';
import { differing, heldBy } from '../deal/compare';
import { rebased } from '../deal/stack';
import type { Right } from '../effects';
import type { PersonRef } from '../person/person';
import type { Wanted } from '../deal/deal';
import { stageOf } from '../record/reading';
import type { Resource } from '../record/resource';
import { drop } from '../living/outbox';
import { isAwaiting } from './awaited-author';
import { seenResource } from './face';
import type { Facts } from './inputs';
import { audit, oweRead, oweWrite, personPlace } from './parts';
import type { Intent, Referral } from './referral';

/** Time for Partner Center to settle before a write is confirmed by reading (inference: its reads may lag). */
const CONFIRM_AFTER_MS = 2_000;

/** What a person wants. `holdUntil` (business time, ms): until then nothing leaves, and it may be taken back. */
export interface Wish {
  readonly id: string;
  readonly by: PersonRef;
  readonly change: Wanted;
  readonly holdUntil?: number;
  /** It is held so that the deal can be registered then. */
  readonly toRegister?: true;
}

/**
 * A person's change: compared with what people see, so that it stacks on what is still on its way. Where the desk is the
 * truth it is confirmed by being stored; otherwise it stands as an intent until Partner Center confirms it.
 */
export function intend(referral: Referral, wish: Wish, facts: Facts): Referral {
  const base = seenResource(referral);
  const change = differing(base, wish.change);
  if (Object.keys(change).length === 0) return referral;
  const until = Math.max(
    wish.holdUntil ?? 0,
    // Order is kept: what comes after something held goes after it.
    ...referral.intents.map((intent) => (intent.state === 'held' ? (intent.until ?? 0) : 0)),
  );
  const held = until > facts.now;
  if (!held && referral.truth === 'desk')
    return { ...referral, observed: applyChange(referral.observed, change, facts.now) };
  const intent: Intent = {
    id: wish.id,
    by: wish.by,
    at: facts.now,
    change,
    was: heldBy(base, change),
    state: held ? 'held' : 'sending',
    ...(held ? { until } : {}),
    ...(held && wish.toRegister ? { toRegister: true } : {}),
  };
  const next = { ...referral, intents: [...referral.intents, intent] };
  // Whether Partner Center knows it at all is asked first.
  return held || referral.truth === 'unknown' ? next : oweWrite(next, intent.id, facts);
}

/** When the next held intent goes; undefined: none is held. */
export function nextReleaseAt(referral: Referral): number | undefined {
  const times = referral.intents.flatMap(({ state, until }) => (state === 'held' ? [until ?? 0] : []));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What was held long enough goes: to Partner Center, or, where the desk is the truth, into the record. */
export function release(referral: Referral, facts: Facts): Referral {
  const due = referral.intents.filter(({ state, until }) => state === 'held' && (until ?? 0) <= facts.now);
  return due.reduce((next, intent) => {
    if (next.truth === 'desk') {
      const observed = applyChange(next.observed, intent.change, intent.at);
      return dropIntent({ ...next, observed }, intent.id);
    }
    const { until: _, toRegister: __, ...rest } = intent;
    const going = replaceIntent(next, { ...rest, state: 'sending' });
    return next.truth === 'unknown' ? going : oweWrite(going, intent.id, facts);
  }, referral);
}

/** What can be taken back, as it has not left yet, oldest first: what is held, and an end that waits for its author's sign-in. */
export const notLeft = ({ intents, outbox }: Referral): readonly Intent[] => {
  const waiting = new Set(outbox.filter(isAwaiting).map((one) => (one.kind === 'write' ? one.intent : '')));
  return intents.filter(
    ({ id, state, change }) => state === 'held' || (change.stage === 'archived' && waiting.has(id)),
  );
};

/** Takes back all of that; the very same referral when it has gone already. */
export const takeBack = (referral: Referral): Referral => notLeft(referral).reduceRight(withdraw, referral);

/** An intent that will not come true: later ones that stood on it stand on what was there before. */
export function withdraw(referral: Referral, intent: Intent): Referral {
  const after = referral.intents.slice(referral.intents.indexOf(intent) + 1);
  const later = after.map((one) => ({ ...one, was: rebased(one.was, intent) }));
  const before = referral.intents.slice(0, referral.intents.length - after.length);
  return dropIntent(withoutOwner({ ...referral, intents: [...before, ...later] }, intent), intent.id);
}

/** Written: it counts as unconfirmed until a read shows it. */
export function written(
  referral: Referral,
  intentId: string,
  { resource, right }: { readonly resource: Resource; readonly right?: Right },
  facts: Facts,
): Referral {
  const intent = referral.intents.find((one) => one.id === intentId);
  const next = { ...referral, observed: resource, observedAt: facts.now };
  if (!intent) return next;
  const sent = replaceIntent(next, { ...intent, state: 'unconfirmed' });
  const what = right === undefined ? 'written' : (`written-${right}` as const);
  return oweRead(audit(sent, what, facts, intent.by), 'confirm', facts, facts.now + CONFIRM_AFTER_MS);
}

/** Partner Center does not know the referral that the intake brought: the desk is the truth, its intents hold. */
export function standAlone(referral: Referral, facts: Facts): Referral {
  const gone = referral.intents.filter(({ state }) => state !== 'held');
  const observed = seenResource({ observed: referral.observed, intents: gone });
  const noted = gone.reduce((next, intent) => audit(next, 'confirmed', facts, intent.by), referral);
  const intents = referral.intents.filter(({ state }) => state === 'held');
  return { ...drop(noted, (effect) => effect.kind === 'write'), observed, intents, truth: 'desk' };
}

/** Who accepted holds it no longer when the accept did not come true. */
function withoutOwner(referral: Referral, intent: Intent): Referral {
  if (intent.change.stage === 'archived') {
    const { ended: _, ...own } = referral.own;
    return { ...referral, own };
  }
  if (intent.change.stage !== 'accepted' || referral.own.owner?.id !== intent.by.id) return referral;
  if (stageOf(referral.observed) === 'accepted') return referral;
  const { owner, accepted: _, ...own } = referral.own;
  // The card in their chat stays and says how things stand now; it is nobody's own copy any more.
  return {
    ...referral,
    own: {
      ...own,
      places: own.places.filter((place) => place.key !== personPlace(owner.id) || place.activity),
    },
  };
}

export function replaceIntent(referral: Referral, intent: Intent): Referral {
  return { ...referral, intents: referral.intents.map((one) => (one.id === intent.id ? intent : one)) };
}

export function dropIntent(referral: Referral, id: string): Referral {
  const next = drop(referral, (effect) => effect.kind === 'write' && effect.intent === id);
  return { ...next, intents: referral.intents.filter((intent) => intent.id !== id) };
}

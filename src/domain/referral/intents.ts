import { applyChange, changedFields, compare, differing, heldBy, pick } from '../deal/change';
import { owe } from '../living/outbox';
import { archivedAsOf, stageOf } from '../record/reading';
import type { RefusedWhy } from './notices';
import type { Change, Intent, Referral } from './referral';
import type { Resource } from '../record/resource';
import type { Command, Facts } from './inputs';
import { audit, oweRead, PARTNER_CENTER_LANE, personPlace, tell } from './parts';

/** Time for Partner Center to settle before a write is confirmed by reading (inference: its reads may lag). */
const CONFIRM_AFTER_MS = 2_000;
const MOST_UNHEEDED = 3;

/**
 * A person's change. Where the desk is the truth it is confirmed by being stored; otherwise it stands as an intent
 * until Partner Center confirms it.
 */
export function intend(referral: Referral, command: Command, wanted: Change, facts: Facts): Referral {
  const change = differing(referral.observed, wanted);
  if (referral.truth === 'desk') {
    return { ...referral, observed: applyChange(referral.observed, change, facts.now) };
  }
  const intent: Intent = {
    id: command.id,
    by: command.by,
    at: facts.now,
    change,
    was: heldBy(referral.observed, change),
    state: 'sending',
  };
  return owe(
    { ...referral, intents: [...referral.intents, intent] },
    { kind: 'write', lane: PARTNER_CENTER_LANE, intent: intent.id },
    facts.now,
  );
}

/** Holds every intent against a resource just read: confirmed, still to be written, overruled or refused. */
export function reconcile(referral: Referral, facts: Facts): Referral {
  return referral.intents.reduce((next, intent) => reconcileOne(next, intent, facts), referral);
}

function reconcileOne(referral: Referral, intent: Intent, facts: Facts): Referral {
  const { observed } = referral;
  const { open, theirs } = compare(observed, intent.change, intent.was);
  if (open.length === 0 && theirs.length === 0) return confirmed(referral, intent, facts);
  if (stageOf(observed) === 'archived') {
    // What was written before the end, or is the end itself, has been taken.
    const taken = intent.state === 'unconfirmed' || intent.change.archivedAs !== undefined;
    const asWanted =
      intent.change.archivedAs === undefined || intent.change.archivedAs === archivedAsOf(observed);
    if (taken && asWanted) return confirmed(referral, intent, facts);
    return refused(referral, intent, 'final', undefined, facts);
  }
  if (theirs.includes('stage')) return refused(referral, intent, 'taken', undefined, facts);
  const told = theirs.length === 0 ? referral : overruled(referral, intent, theirs, facts);
  if (open.length === 0) return confirmed(told, intent, facts);
  const left = { ...intent, change: pick(intent.change, open), was: pick(intent.was, open) };
  return intent.state === 'unconfirmed' ? unheeded(told, left, facts) : stillOpen(told, left, facts);
}

/** Partner Center took it and does not show it: written again a few times, then its author hears of it. */
function unheeded(referral: Referral, intent: Intent, facts: Facts): Referral {
  const times = (intent.unheeded ?? 0) + 1;
  if (times < MOST_UNHEEDED) return stillOpen(referral, { ...intent, unheeded: times }, facts);
  const fields = changedFields(intent.change);
  return fields.includes('stage')
    ? refused(referral, intent, 'invalid', undefined, facts)
    : confirmed(overruled(referral, intent, fields, facts), intent, facts);
}

/** What is read does not show it (any more): it is written again, unless that is owed anyway. */
function stillOpen(referral: Referral, intent: Intent, facts: Facts): Referral {
  const next = replaceIntent(referral, { ...intent, state: 'sending' });
  const owed = next.outbox.some(
    (effect) => effect.kind === 'write' && effect.intent === intent.id && !effect.dead,
  );
  return owed ? next : owe(next, { kind: 'write', lane: PARTNER_CENTER_LANE, intent: intent.id }, facts.now);
}

function confirmed(referral: Referral, intent: Intent, facts: Facts): Referral {
  return audit(dropIntent(referral, intent.id), 'confirmed', facts, intent.by);
}

/** Fields that changed on both sides: Partner Center's stand, and the author sees both. */
function overruled(
  referral: Referral,
  intent: Intent,
  fields: ReturnType<typeof changedFields>,
  facts: Facts,
): Referral {
  const told = tell(
    referral,
    intent.by,
    { kind: 'overwritten', yours: pick(intent.change, fields), fields },
    facts,
  );
  return audit(told, 'overwritten', facts, intent.by);
}

/** Partner Center's no: the intent is gone, its author is told why and gets back what they wrote. */
export function refused(
  referral: Referral,
  intent: Intent,
  why: RefusedWhy,
  detail: string | undefined,
  facts: Facts,
): Referral {
  const without = withdrawOwner(dropIntent(referral, intent.id), intent);
  const notice = { kind: 'refused' as const, why, change: intent.change, ...(detail ? { detail } : {}) };
  return audit(tell(without, intent.by, notice, facts), 'refused', facts, intent.by);
}

/** Written: it counts as unconfirmed until a read shows it. */
export function written(referral: Referral, intentId: string, resource: Resource, facts: Facts): Referral {
  const intent = referral.intents.find((one) => one.id === intentId);
  const next = { ...referral, observed: resource, observedAt: facts.now };
  if (!intent) return next;
  const sent = replaceIntent(next, { ...intent, state: 'unconfirmed' });
  return oweRead(audit(sent, 'written', facts, intent.by), 'confirm', facts, facts.now + CONFIRM_AFTER_MS);
}

/** Partner Center does not know the referral that the intake brought: the desk is the truth, its intents hold. */
export function standAlone(referral: Referral, facts: Facts): Referral {
  const observed = referral.intents.reduce(
    (resource, intent) => applyChange(resource, intent.change, intent.at),
    referral.observed,
  );
  const settled = referral.intents.reduce(
    (next, intent) => audit(next, 'confirmed', facts, intent.by),
    referral,
  );
  return { ...withoutWrites(settled), observed, intents: [], truth: 'desk' };
}

function withdrawOwner(referral: Referral, intent: Intent): Referral {
  if (intent.change.stage !== 'accepted' || referral.own.owner?.id !== intent.by.id) return referral;
  if (stageOf(referral.observed) === 'accepted') return referral;
  const { owner, ...own } = referral.own;
  // The card in their chat stays and says how things stand now; it is nobody's own copy any more.
  return {
    ...referral,
    own: {
      ...own,
      places: own.places.filter((place) => place.key !== personPlace(owner.id) || place.activity),
    },
  };
}

function replaceIntent(referral: Referral, intent: Intent): Referral {
  return { ...referral, intents: referral.intents.map((one) => (one.id === intent.id ? intent : one)) };
}

function dropIntent(referral: Referral, id: string): Referral {
  const outbox = referral.outbox.filter((effect) => effect.kind !== 'write' || effect.intent !== id);
  return { ...referral, outbox, intents: referral.intents.filter((intent) => intent.id !== id) };
}

const withoutWrites = (referral: Referral): Referral => ({
  ...referral,
  outbox: referral.outbox.filter((effect) => effect.kind !== 'write'),
});

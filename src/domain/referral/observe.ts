import { isOpen, seen } from './face';
import type { ReferralKind } from '../record/kind';
import { asksForMore } from '../record/registration';
import { archivedAsOf, momentOf, stageOf } from '../record/reading';
import type { Referral } from './referral';
import type { Resource } from '../record/resource';
import { changedThere } from './changed-there';
import { merge } from './intake';
import { isMadeOf, taken } from './making';
import type { Facts, Stepped } from './inputs';
import { audit, CHANNEL, oweRead, say, tell } from './parts';
import { isQuiet } from './quiet';
import { reconcile, refused } from './reconcile';
import { remindOfRegistration } from './reminders';

/** What Partner Center has now. Nothing is older than what was read before it: such a read lags and is dropped. */
export function observe(referral: Referral, resource: Resource, facts: Facts): Referral {
  if (referral.making?.part === 'deal')
    return isMadeOf(referral, resource) ? taken(referral, resource, facts) : referral;
  if (isOlder(resource, referral.observed) && referral.truth === 'partner-center') return referral;
  if (isKnown(referral, resource)) return referral;
  const { goneAt: _, ...own } = referral.own;
  const { stage: before, kind } = seen(referral);
  const read: Referral = {
    ...referral,
    own,
    truth: 'partner-center',
    observed: resource,
    observedAt: facts.now,
  };
  const held = ownedByNobody(reconcile(read, facts), facts);
  const changedKind = kindChanged(held, referral, kind, facts);
  const next = asked(changedThere(changedKind, referral, facts), referral, facts);
  const changed = momentOf(resource.updatedDateTime) !== momentOf(referral.observed.updatedDateTime);
  const noted = changed || referral.truth !== 'partner-center' ? audit(next, 'observed', facts) : next;
  const expiredNow = before !== 'archived' && archivedAsOf(resource) === 'expired';
  return expiredNow ? expired(noted, referral, facts) : noted;
}

/**
 * Microsoft's or a customer's consent may change the kind by itself: where its card stands, the thread hears of it. What
 * our own invitation makes of it is no news.
 */
function kindChanged(referral: Referral, before: Referral, from: ReferralKind, facts: Facts): Referral {
  const to = seen(referral).kind;
  const known = before.truth === 'partner-center' && from !== to;
  const shown = before.own.places.some((place) => place.key === CHANNEL);
  const invited = before.making?.part === 'invitation' || referral.own.invited !== undefined;
  const ours = to === 'co-sell-outbound' && invited;
  return known && shown && !ours && isOpen(referral) && !isQuiet(before)
    ? say(referral, { kind: 'kind-changed', from, to }, facts)
    : referral;
}

/** Microsoft asks for more about its registration: its owner hears of it, each time anew. */
function asked(referral: Referral, before: Referral, facts: Facts): Referral {
  const { registration } = seen(referral);
  const isNew = registration?.status !== seen(before).registration?.status;
  return registration && isNew && asksForMore(registration)
    ? remindOfRegistration(
        tell(audit(referral, 'registration-asked', facts), 'owner', { kind: 'registration-asks' }, facts),
        facts,
      )
    : referral;
}

/** Set back in Partner Center to what nobody has accepted: what its owner still wanted of it goes back to them. */
function ownedByNobody(referral: Referral, facts: Facts): Referral {
  if (referral.own.owner === undefined || seen(referral).stage !== 'received') return referral;
  const { owner: _, accepted: __, ...own } = referral.own;
  const free: Referral = { ...referral, own };
  return free.intents
    .filter(({ change }) => change.stage === undefined)
    .reduce((next, intent) => refused(next, intent, 'taken', {}, facts), free);
}

/** The 14 days are over without an answer: thread and managers hear it once, where anybody here could have answered. */
export function expired(referral: Referral, before: Referral, facts: Facts): Referral {
  if (seen(referral).kind === 'other' || isQuiet(before)) return audit(referral, 'expired', facts);
  const said = say(referral, { kind: 'expired' }, facts);
  return audit(tell(said, 'managers', { kind: 'expired' }, facts), 'expired', facts);
}

/** Partner Center shows it no longer: what was intended cannot be written. */
export function gone(referral: Referral, facts: Facts): Referral {
  if (referral.own.goneAt !== undefined) return referral;
  const without = referral.intents.reduce(
    (next, intent) => refused(next, intent, 'gone', {}, facts),
    referral,
  );
  return audit({ ...without, own: { ...without.own, goneAt: facts.now } }, 'gone', facts);
}

/** What the intake brought again: the difference to what it brought before. A referral of Partner Center is read from there. */
export function intake(referral: Referral, resource: Resource, facts: Facts): Stepped {
  const previous = referral.intake ?? referral.observed;
  if (isOlder(resource, previous)) return { referral, outcome: { kind: 'unchanged' } };
  if (referral.truth === 'partner-center') {
    const asked = oweRead({ ...referral, intake: resource }, 'intake', facts);
    return { referral: asked, outcome: { kind: 'unchanged' } };
  }
  const { merged, kept, changed } = merge(referral.observed, previous, resource);
  const asked = referral.truth === 'unknown' ? oweRead(referral, 'intake', facts) : referral;
  if (!changed && kept.length === 0) return { referral: asked, outcome: { kind: 'unchanged' } };
  const before = stageOf(referral.observed);
  const taken: Referral = { ...asked, intake: resource, observed: merged, observedAt: facts.now };
  const held = reconcile(taken, facts);
  const noted = changed ? audit(held, 'observed', facts) : held;
  const over = before !== 'archived' && archivedAsOf(merged) === 'expired';
  return {
    referral: over ? expired(noted, referral, facts) : noted,
    outcome: { kind: changed ? 'updated' : 'unchanged', ...(kept.length > 0 ? { kept } : {}) },
  };
}

/** A read that brings nothing new to a referral that waits for nothing is not worth a write. */
const isKnown = (referral: Referral, resource: Resource): boolean =>
  referral.truth === 'partner-center' &&
  referral.intents.length === 0 &&
  referral.own.goneAt === undefined &&
  JSON.stringify(resource) === JSON.stringify(referral.observed);

function isOlder(one: Resource, other: Resource): boolean {
  const [a, b] = [one.updatedDateTime, other.updatedDateTime];
  if (!a || !b) return false;
  const [at, bt] = [momentOf(a), momentOf(b)];
  // Same millisecond: Partner Center writes seven decimals, of which a Date holds three.
  return at !== undefined && bt !== undefined && (at < bt || (at === bt && a.length === b.length && a < b));
}

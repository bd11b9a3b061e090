import type { ReferralEffect, Settlement } from '../effects';
import { drop, remove } from '../living/outbox';
import type { NotTakenWhy } from '../notices';
import type { PersonRef } from '../person/person-ref';
import { MICROSOFT } from '../record/kind';
import { momentOf } from '../record/reading';
import type { Resource } from '../record/resource';
import { seenResource } from './face';
import type { Facts } from './inputs';
import { audit, oweCreate, oweRead, tell } from './parts';
import { reconcile } from './reconcile';
import type { Making, Referral } from './referral';
import { keepSibling } from './siblings';

/** Partner Center's clock and ours may differ. */
const CLOCKS_APART_MS = 300_000;

/** What was asked for was made no earlier than this, by Partner Center's clock: business time, ms. */
export const madeFrom = ({ since }: Making): number => since - CLOCKS_APART_MS;

/** Whether this record of Partner Center is what was asked for: the deal itself, or Microsoft's side of it. */
export function isMadeOf(referral: Referral, resource: Resource): boolean {
  const { making } = referral;
  if (!making || (momentOf(resource.createdDateTime) ?? 0) < madeFrom(making)) return false;
  const isTheirs = resource.organizationId?.toLowerCase() === MICROSOFT;
  return making.part === 'invitation'
    ? isTheirs && isNewSide(referral, resource)
    : !isTheirs && isSameDeal(referral.observed, resource);
}

/** One of the same engagement may have been declined before, perhaps a moment ago. */
const isNewSide = ({ observed, own: { siblings = [] } }: Referral, { id, engagementId }: Resource): boolean =>
  sameText(engagementId, observed.engagementId) && siblings.every((known) => known.id !== id);

const isSameDeal = (ours: Resource, resource: Resource): boolean =>
  sameText(resource.name, ours.name) &&
  sameText(resource.customerProfile.name, ours.customerProfile.name) &&
  Number(resource.details?.dealValue ?? 0) === Number(ours.details?.dealValue ?? 0);

const small = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();
const sameText = (one: string | null | undefined, other: string | null | undefined): boolean =>
  small(one) !== '' && small(one) === small(other);

/** How the writing of a deal, or of an invitation, ended; undefined: it is not about that. */
export function settleMaking(
  referral: Referral,
  { id, kind }: ReferralEffect,
  settlement: Settlement,
  facts: Facts,
): Referral | undefined {
  if (kind !== 'create') return undefined;
  if (settlement.kind === 'created') {
    const { resource, right } = settlement;
    const by = referral.making?.by;
    const noted = right && by ? audit(referral, `written-${right}`, facts, by) : referral;
    return taken(remove(noted, id), resource, facts);
  }
  return settlement.kind === 'refused' ? notTaken(remove(referral, id), settlement, facts) : undefined;
}

/** It stands in Partner Center, whoever brings the news of it; what was changed meanwhile is written now. */
export function taken(referral: Referral, resource: Resource, facts: Facts): Referral {
  const { making, ...rest } = drop(referral, ({ kind }) => kind === 'create');
  if (!making) return rest;
  if (making.part === 'invitation') {
    const ours = { ...rest, own: { ...rest.own, invited: resource.id } };
    const invited = audit(keepSibling(ours, resource, facts), 'invited', facts, making.by);
    // It is of another kind now, which its own record tells.
    return oweRead(invited, 'confirm', facts);
  }
  const there: Referral = {
    ...rest,
    referralId: resource.id,
    truth: 'partner-center',
    observed: resource,
    observedAt: facts.now,
  };
  const noted = audit(reconcile(there, facts), 'made-there', facts, making.by);
  return making.invites ? { ...noted, making: { ...making, part: 'invitation' } } : noted;
}

/** `by`: the admin who dropped it, where it is not Partner Center's. */
interface NotTaken {
  readonly why: NotTakenWhy;
  readonly detail?: string;
  readonly at?: string;
  readonly by?: PersonRef;
}

/** Partner Center's no: it waits here to be mended, with all that was wanted of it by then; who made it is told why. */
export function notTaken(referral: Referral, { why, detail, at, by }: NotTaken, facts: Facts): Referral {
  const { making } = referral;
  if (!making) return referral;
  const refused: Making['refused'] = {
    why,
    ...(detail === undefined ? {} : { detail }),
    ...(at === undefined ? {} : { at }),
  };
  const { part } = making;
  const waits = { ...(part === 'deal' ? gathered(referral) : referral), making: { ...making, refused } };
  const said = { ...(detail ? { detail } : {}), ...(by ? { by } : {}) };
  const told = tell(waits, making.by, { kind: 'not-taken', part, why, ...said }, facts);
  return by ? told : audit(told, 'refused', facts, making.by);
}

/** What was changed while it was not there yet is part of it. */
function gathered(referral: Referral): Referral {
  const going = referral.intents.filter(({ state }) => state !== 'held');
  const intents = referral.intents.filter(({ state }) => state === 'held');
  return { ...referral, intents, observed: seenResource({ observed: referral.observed, intents: going }) };
}

/** Once more, as it was mended. */
export function makeAgain(
  referral: Referral,
  deal: Pick<Making, 'invites' | 'wrote'> & { readonly resource: Resource },
  facts: Facts,
): Referral {
  if (!referral.making) return referral;
  const { refused: _, invites: __, ...rest } = referral.making;
  const { wrote, invites } = deal;
  const making = { ...rest, wrote, ...(invites && { invites }) };
  const observed = making.part === 'deal' ? deal.resource : referral.observed;
  return oweCreate({ ...referral, observed, making }, facts);
}

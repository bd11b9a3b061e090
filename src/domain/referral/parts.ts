import type { Desk } from '../desk/desk';
import type { Notice } from './notices';
import { owe } from '../living/outbox';
import type { PersonRef } from '../person/person';
import type { AuditLine, AuditWhat, Referral } from './referral';
import type { Facts } from './inputs';

const AUDIT_KEPT = 50;

export function audit(
  referral: Referral,
  what: AuditWhat,
  facts: Facts,
  by?: PersonRef,
  command?: string,
): Referral {
  const line: AuditLine = { at: facts.now, what, ...(by ? { by } : {}), ...(command ? { command } : {}) };
  return { ...referral, audit: [...referral.audit, line].slice(-AUDIT_KEPT) };
}

/** What a repeated command did the first time. */
export const doneBefore = (referral: Referral, command: string): AuditLine | undefined =>
  referral.audit.find((line) => line.command === command);

export const CHANNEL = 'channel';
export const personPlace = (person: string): string => `person:${person}`;
export const PARTNER_CENTER_LANE = 'partner-center';

/** Owes the card in one place: a flag; while it stands, a further change only counts it up. */
export function oweShow(referral: Referral, place: string, facts: Facts): Referral {
  const standing = referral.outbox.find(
    (effect) => effect.kind === 'show' && effect.place === place && !effect.dead,
  );
  if (standing?.kind === 'show') {
    const outbox = referral.outbox.map((effect) =>
      effect === standing ? { ...standing, asked: standing.asked + 1 } : effect,
    );
    return { ...referral, outbox };
  }
  const waits = place === CHANNEL && !facts.desk;
  return owe(
    referral,
    { kind: 'show', lane: place, place, asked: 1, ...(waits ? { parked: 'desk-bound' as const } : {}) },
    facts.now,
  );
}

const isOwed = (referral: Referral, place: string): boolean =>
  referral.outbox.some((effect) => effect.kind === 'show' && effect.place === place && !effect.dead);

/** A place where the card never came to stand, and where it is not owed any more (Teams refused it), gets it again. */
export const oweMissing = (referral: Referral, facts: Facts): Referral =>
  referral.own.places
    .filter((place) => !place.activity && !isOwed(referral, place.key))
    .reduce((next, place) => oweShow(next, place.key, facts), referral);

/** A reply under the channel's card; a referral that has no card yet gets one first. */
export function say(
  referral: Referral,
  notice: Notice,
  facts: Facts,
  mention: 'responders' | readonly PersonRef[] = [],
): Referral {
  const shown = referral.own.places.some((place) => place.key === CHANNEL)
    ? oweMissing(referral, facts)
    : addChannel(referral, facts);
  const waits = facts.desk ? {} : { parked: 'desk-bound' as const };
  return owe(shown, { kind: 'say', lane: CHANNEL, notice, mention, ...waits }, facts.now);
}

const addChannel = (referral: Referral, facts: Facts): Referral =>
  oweShow(
    { ...referral, own: { ...referral.own, places: [{ key: CHANNEL }, ...referral.own.places] } },
    CHANNEL,
    facts,
  );

export const tell = (referral: Referral, to: PersonRef, notice: Notice, facts: Facts): Referral =>
  owe(referral, { kind: 'tell', lane: personPlace(to.id), to, notice }, facts.now);

export const tellManagers = (referral: Referral, notice: Notice, facts: Facts): Referral =>
  managersOf(facts.desk).reduce((next, manager) => tell(next, manager, notice, facts), referral);

const managersOf = (desk: Desk | undefined): readonly PersonRef[] => desk?.managers ?? [];

/** Reads the referral from Partner Center, unless that is owed already. */
export function oweRead(
  referral: Referral,
  because: 'confirm' | 'expiry' | 'intake',
  facts: Facts,
  notBefore = facts.now,
): Referral {
  const owed = referral.outbox.some(
    (effect) => effect.kind === 'read' && effect.because === because && !effect.dead,
  );
  return owed
    ? referral
    : owe(referral, { kind: 'read', lane: PARTNER_CENTER_LANE, because, notBefore }, facts.now);
}

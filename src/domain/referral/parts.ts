import { isBringing, type Audience, type ReadBecause } from '../effects';
import { tellAbout } from '../messages-and-sweeps';
import type { Notice } from '../notices';
import { change, owe } from '../living/outbox';
import type { PersonRef } from '../person/person';
import { withLine } from './history';
import type { AuditLine, AuditWhat, Place, Referral } from './referral';
import type { Facts } from './inputs';

export function audit(
  referral: Referral,
  what: AuditWhat,
  facts: Facts,
  by?: PersonRef,
  told: Pick<AuditLine, 'to' | 'about'> = {},
): Referral {
  const line: AuditLine = { at: facts.now, what, ...(by ? { by } : {}), ...told };
  return withLine(referral, line);
}

/** Where the card of the channel stands, and what is said under it. */
export const CHANNEL = 'channel';
export const personPlace = (person: string): string => `person:${person}`;

/** Writes stand in one lane, so that they keep their order; reads have their own and hold up nobody. */
const WRITES = 'partner-center';
const READS = 'read';
/** The first program that knows audiences. */
const AUDIENCES = 2;

/** Owes the card in one place: a flag; while it stands, a further change only counts it up. */
export function oweShow(referral: Referral, place: string, facts: Facts): Referral {
  const standing = referral.outbox.find(
    (effect) => effect.kind === 'show' && effect.place === place && !effect.dead,
  );
  if (standing?.kind === 'show')
    return change(referral, standing.id, () => ({ ...standing, asked: standing.asked + 1 }));
  const waits = place === CHANNEL && !facts.desk ? { parked: 'desk-bound' as const } : {};
  return owe(referral, { kind: 'show', since: 1, lane: place, place, asked: 1, ...waits }, facts.now);
}

export const oweShowAll = (referral: Referral, facts: Facts): Referral =>
  referral.own.places.reduce((next, place) => oweShow(next, place.key, facts), referral);

const isOwed = (referral: Referral, place: string): boolean =>
  referral.outbox.some((effect) => effect.kind === 'show' && effect.place === place && !effect.dead);

/** It never came to stand, and is no row of a list either. */
const isMissing = ({ activity, listed }: Place): boolean => !activity && listed === undefined;

/** The card is owed again where it never came to stand, or what stands is out of date, and nothing is owed any more. */
export const oweMissing = (
  referral: Referral,
  facts: Facts,
  lacks: (place: Place) => boolean = (place) => isMissing(place) || place.behind !== undefined,
): Referral =>
  referral.own.places
    .filter((place) => lacks(place) && !isOwed(referral, place.key))
    .reduce((next, place) => oweShow(next, place.key, facts), referral);

/** A reply under the channel's card; a referral that has no card yet gets one first. `to`: who is mentioned. */
export function say(referral: Referral, notice: Notice, facts: Facts, to?: Audience): Referral {
  const shown = oweMissing(wantCard(referral, facts), facts, isMissing);
  const waits = facts.desk ? {} : { parked: 'desk-bound' as const };
  const effect = { kind: 'say' as const, since: AUDIENCES, lane: CHANNEL, notice, ...waits };
  return owe(shown, to === undefined ? effect : { ...effect, to }, facts.now);
}

/** Its card is to stand in the channel, however much comes there. */
function wantCard(referral: Referral, facts: Facts): Referral {
  const { places } = referral.own;
  const place = places.find(({ key }) => key === CHANNEL);
  if (place?.activity || (place?.wanted && isOwed(referral, CHANNEL))) return referral;
  const others = places.filter((one) => one !== place);
  const wanted = { ...place, key: CHANNEL, wanted: true as const };
  return oweShow({ ...referral, own: { ...referral.own, places: [wanted, ...others] } }, CHANNEL, facts);
}

/** The same of one that is a row of a list so far. */
export const wantListed = (referral: Referral, facts: Facts): Referral =>
  referral.own.places.some(({ key, listed }) => key === CHANNEL && listed !== undefined)
    ? wantCard(referral, facts)
    : referral;

/** A message to an audience, each in their own chat. */
export const tell = (referral: Referral, to: Audience, notice: Notice, facts: Facts): Referral =>
  tellAbout(referral, to, notice, facts.now);

/** Partner Center may be away for days: nobody's work is given up for that. */
const PATIENCE_MS = 7 * 86_400_000;

/** The first program that writes with the right of whose change it is. */
const BY_AUTHORS = 5;

const isByAuthor = ({ desk }: Facts): boolean => (desk?.writesAs ?? 'account') !== 'account';

export function oweWrite(referral: Referral, intent: string, facts: Facts): Referral {
  const since = isByAuthor(facts) ? BY_AUTHORS : 1;
  return owe(referral, { kind: 'write', since, lane: WRITES, intent, patience: PATIENCE_MS }, facts.now);
}

/** The first program that makes deals. */
const MAKES = 3;

export function oweCreate(referral: Referral, facts: Facts): Referral {
  const since = isByAuthor(facts) ? BY_AUTHORS : MAKES;
  return owe(referral, { kind: 'create', since, lane: WRITES, patience: PATIENCE_MS }, facts.now);
}

/** What is to be written is tried now, and not when its next try would come. */
export const writesNow = (referral: Referral, facts: Facts): Referral =>
  referral.outbox
    .filter((effect) => isBringing(effect) && !effect.dead && !effect.parked)
    .reduce((next, { id }) => change(next, id, (one) => ({ ...one, notBefore: facts.now })), referral);

/** Reads the referral from Partner Center, now or at a later moment, unless that is owed or planned already. */
export function oweRead(
  referral: Referral,
  because: ReadBecause,
  facts: Facts,
  at: number = facts.now,
): Referral {
  const isFor = (one: { readonly because: ReadBecause }): boolean => one.because === because;
  const owed = referral.outbox.some((effect) => effect.kind === 'read' && isFor(effect) && !effect.dead);
  if (owed) return referral;
  if (at <= facts.now) return owe(referral, { kind: 'read', since: 1, lane: READS, because }, facts.now);
  return referral.planned.some((one) => isFor(one) && one.at <= at)
    ? referral
    : { ...referral, planned: [...referral.planned.filter((one) => !isFor(one)), { because, at }] };
}

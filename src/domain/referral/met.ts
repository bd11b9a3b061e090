import { owe } from '../living/outbox';
import type { Place, Referral } from './referral';
import type { Facts } from './inputs';
import { oweShow } from './parts';

/** The first program that takes cards off. */
const SINCE = 2;

/**
 * A card that somebody has met. Where Teams did not say where the card stands, it is this one from now on; where another one
 * is known, this is one too many (posted before a process was killed, or after an answer that was lost) and is taken off.
 */
export function met(referral: Referral, key: string, activity: string, facts: Facts): Referral {
  const place = referral.own.places.find((one) => one.key === key);
  if (!place || place.activity === activity) return referral;
  return place.activity === undefined
    ? adopted(referral, place, activity, facts)
    : oweTakeOff(referral, key, activity, facts);
}

function adopted(referral: Referral, { key, ...place }: Place, activity: string, facts: Facts): Referral {
  const places = referral.own.places.map((one) => (one.key === key ? { ...place, key, activity } : one));
  return oweShow({ ...referral, own: { ...referral.own, places } }, key, facts);
}

/** A message is one too many in that place. */
export function oweTakeOff(referral: Referral, place: string, activity: string, facts: Facts): Referral {
  const isOwed = referral.outbox.some(
    (one) => one.kind === 'take-off' && one.activity === activity && !one.dead,
  );
  if (isOwed) return referral;
  const lane = `take-off:${place}`;
  return owe(referral, { kind: 'take-off', since: SINCE, lane, place, activity }, facts.now);
}

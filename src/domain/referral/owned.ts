import type { PersonRef } from '../person/person-ref';
import { seen } from './face';
import { importOf } from './imported';
import type { Facts } from './inputs';
import { audit, oweShow, personPlace, wantListed } from './parts';
import type { Place, Referral } from './referral';

/** Somebody holds the referral from now on, and has a copy of its card in their chat; the channel has it, too. */
export function ownedBy(free: Referral, { id, name }: PersonRef, facts: Facts): Referral {
  const referral = wantListed(free, facts);
  const key = personPlace(id);
  const standing: Place = referral.own.places.find((one) => one.key === key) ?? { key };
  const places = [...referral.own.places.filter((one) => one.key !== key), standing];
  return oweShow({ ...referral, own: { ...referral.own, owner: { id, name }, places } }, key, facts);
}

/** Accepted in Partner Center by one of the desk's own: who is on it there holds it here, unless somebody does already. */
export function heldThere(referral: Referral, by: PersonRef, facts: Facts): Referral {
  const free = referral.own.owner === undefined && seen(referral).stage === 'accepted';
  // Nobody wants all that they ever held as cards at once.
  if (free && importOf(referral) !== undefined)
    return audit({ ...referral, own: { ...referral.own, owner: by } }, 'held-there', facts, by);
  return free ? audit(ownedBy(referral, by, facts), 'held-there', facts, by) : referral;
}

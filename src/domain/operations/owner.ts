import { oweShow, personPlace } from '../referral/parts';
import type { Place, Referral } from '../referral/referral';
import type { Doing } from './operation';

/** Who does it holds the referral from now on, and has a copy of its card in their chat. */
export function withOwner({ referral, by: { id, name }, facts }: Doing): Referral {
  const key = personPlace(id);
  const standing: Place = referral.own.places.find((one) => one.key === key) ?? { key };
  const places = [...referral.own.places.filter((one) => one.key !== key), standing];
  return oweShow({ ...referral, own: { ...referral.own, owner: { id, name }, places } }, key, facts);
}

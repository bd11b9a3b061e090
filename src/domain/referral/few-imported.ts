import { importOf } from './imported';
import type { Facts } from './inputs';
import { isNewsworthy } from './news';
import { ownedBy } from './owned';
import { CHANNEL, oweShow } from './parts';
import type { Referral } from './referral';

/** So few were found that no list is wanted: what is news has a card, whoever holds it a copy. */
export function cardInstead(referral: Referral, facts: Facts): Referral {
  if (importOf(referral) === undefined) return referral;
  const { own, observed } = referral;
  const others = own.places.filter(({ key }) => key !== CHANNEL);
  const news = isNewsworthy(observed, 'partner-center', facts.now);
  const places = news ? [{ key: CHANNEL }, ...others] : others;
  const bare: Referral = { ...referral, own: { ...own, places } };
  const posted = news ? oweShow(bare, CHANNEL, facts) : bare;
  return own.owner ? ownedBy(posted, own.owner, facts) : posted;
}

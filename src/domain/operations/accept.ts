import { acceptForm } from '../forms/accept';
import { acceptStart } from '../forms/accept-start';
import { toAccept } from '../forms/to-accept';
import { isCoSell } from '../record/kind';
import { intend } from '../referral/intents';
import { oweShow, personPlace } from '../referral/parts';
import { askedOf, noteOf } from './note';
import type { Place, Referral } from '../referral/referral';
import type { Doing, ReferralOperation } from './operation';

/** Who accepts it owns it: the deal goes to Partner Center, and a copy of the card to their chat. */
export const accept: ReferralOperation = {
  on: 'referral',
  name: 'accept',
  where: { received: 'desk' },
  audit: 'accepted',
  alone: true,
  form: ({ current }) => acceptForm({ coSell: isCoSell(current.kind) }),
  start: ({ current, facts, by, today }) => {
    const [email] = by.addresses;
    return acceptStart({
      current,
      desk: facts.desk,
      by: { name: by.name, ...(email ? { email } : {}) },
      today,
    });
  },
  change(doing) {
    const { current, by, id, answers, began, facts } = doing;
    const { deal, colleague } = toAccept(answers, began, current);
    const change = {
      stage: 'accepted' as const,
      ...deal,
      ...noteOf(doing, deal.notes ?? ''),
      ...(colleague ? { colleagues: [colleague] } : {}),
    };
    const owner = { id: by.id, name: by.name };
    const owned = withOwner(doing);
    return oweShow(intend(owned, { id, by: owner, change }, facts), personPlace(by.id), facts);
  },
};

function withOwner({ referral, current, by: { id, name }, facts }: Doing): Referral {
  const by = { id, name };
  const place: Place = { key: personPlace(id) };
  const standing = referral.own.places.find((one) => one.key === place.key) ?? place;
  const places = [...referral.own.places.filter((one) => one.key !== place.key), standing];
  return {
    ...referral,
    own: { ...referral.own, owner: by, accepted: { at: facts.now, by }, places, ...askedOf(current) },
  };
}

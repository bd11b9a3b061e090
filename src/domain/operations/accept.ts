import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { acceptForm } from '../forms/accept';
import { acceptStart } from '../forms/accept-start';
import { dealHolding } from '../forms/deal';
import { selfChosen } from '../forms/people';
import { toAccept } from '../forms/to-accept';
import { isCoSell } from '../record/kind';
import { intend } from '../referral/intents';
import { askedOf, noteOf } from './note';
import type { ReferralOperation } from './operation';
import { withOwner } from './owner';

const ASKED = DEAL_FIELDS.filter((field: DealField) => !field.later);

/** Who accepts it owns it: the deal goes to Partner Center, and a copy of the card to their chat. */
export const accept: ReferralOperation = {
  on: 'referral',
  name: 'accept',
  where: { received: 'desk' },
  audit: 'accepted',
  brings: true,
  alone: true,
  offersPeople: true,
  form: ({ current, people = [] }) => acceptForm({ coSell: isCoSell(current.kind), people }),
  start: ({ current, facts, by, today, people }) => {
    const [email] = by.addresses;
    const start = acceptStart({
      current,
      desk: facts.desk,
      by: { name: by.name, ...(email ? { email } : {}) },
      today,
    });
    return isCoSell(current.kind) ? { ...start, ...selfChosen(people) } : start;
  },
  stands: ({ current }) => dealHolding(ASKED, current),
  change(doing) {
    const { current, by, id, answers, began, facts } = doing;
    const { deal, colleague } = toAccept(answers, began, current);
    const change = {
      stage: 'accepted' as const,
      ...deal,
      ...noteOf(doing, deal.notes ?? ''),
      ...(colleague ? { colleagues: [colleague] } : {}),
    };
    const who = { id: by.id, name: by.name };
    const owned = withOwner(doing);
    const own = { ...owned.own, accepted: { at: facts.now, by: who }, ...askedOf(current) };
    return intend({ ...owned, own }, { id, by: who, change }, facts);
  },
};

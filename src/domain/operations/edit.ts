import { EDITED_FIELDS, type DealField } from '../deal/fields';
import { dealChange, dealForm, dealHolding, dealStart } from '../forms/deal';
import type { Current } from '../record/current';
import { isCoSell } from '../record/kind';
import { intend } from '../referral/intents';
import { refusedTo, withoutRefused } from '../referral/refused-edit';
import type { About, ReferralOperation } from './operation';

/** What only deals have is not asked for on a lead. */
const askedOn = ({ kind }: Current): readonly DealField[] =>
  isCoSell(kind) ? EDITED_FIELDS : EDITED_FIELDS.filter(({ ofDeals }) => !ofDeals);

/** What Partner Center did not take of this person lately. */
const refusedOf = ({ referral, by, facts }: About) => refusedTo(referral, by, facts.now);

/** The deal changed while it is worked on; only what differs is written. */
export const edit: ReferralOperation = {
  on: 'referral',
  name: 'edit',
  where: { accepted: 'involved' },
  audit: 'edited',
  brings: true,
  form: ({ current, facts }) => dealForm('edit', askedOn(current), current, facts.desk),
  start: ({ current, facts }) => dealStart(askedOn(current), current, facts.desk),
  stands: ({ current }) => dealHolding(askedOn(current), current),
  resumes: (about) => refusedOf(about)?.wrote ?? {},
  marks(about) {
    const { field, detail } = refusedOf(about) ?? {};
    return field === undefined || detail === undefined
      ? []
      : [{ field, key: 'refused-there', params: { words: detail } }];
  },
  change({ current, referral, by: { id: person, name }, id, answers, began, facts }) {
    const change = dealChange(askedOn(current), answers, began);
    const next = intend(referral, { id, by: { id: person, name }, change }, facts);
    return next === referral ? referral : withoutRefused(next, { id: person });
  },
};

import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { dealChange, dealForm, dealStart } from '../forms/deal';
import { intend } from '../referral/intents';
import type { ReferralOperation } from './operation';

/** A running record has an operation of its own: lines are added to it, none is overwritten. */
const ASKED = DEAL_FIELDS.filter((field: DealField) => field.kind !== 'notes' && !field.apart);

/** The deal changed while it is worked on; only what differs is written. */
export const edit: ReferralOperation = {
  on: 'referral',
  name: 'edit',
  where: { accepted: 'involved' },
  audit: 'edited',
  form: ({ current, facts }) => dealForm('edit', ASKED, current, facts.desk),
  start: ({ current, facts }) => dealStart(ASKED, current, facts.desk),
  change({ referral, by: { id: person, name }, id, answers, began, facts }) {
    const change = dealChange(ASKED, answers, began);
    return intend(referral, { id, by: { id: person, name }, change }, facts);
  },
};

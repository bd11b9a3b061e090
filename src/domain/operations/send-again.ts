import { DEAL_FIELDS } from '../deal/fields';
import { dealStart } from '../forms/deal';
import type { Form, Problem } from '../forms/form';
import { invitationFields } from '../forms/invitation';
import { newDealForm } from '../forms/new-deal';
import { dealOf } from '../forms/to-deal';
import { fieldNamed } from '../forms/refused-field';
import { dayIn } from '../record/dates';
import { makeAgain } from '../referral/making';
import { hasOtherContact } from './invite-microsoft';
import type { About, ReferralOperation } from './operation';

/** Made here and not taken by Partner Center: what is wrong is put right, and it goes once more. */
export const sendAgain: ReferralOperation = {
  on: 'referral',
  name: 'send-again',
  where: { accepted: 'involved' },
  audit: 'sent-again',
  brings: true,
  hindered: ({ referral }) =>
    referral.making?.refused && !hasOtherContact(referral)
      ? undefined
      : { kind: 'not-now', why: 'nothing-refused' },
  form: formOf,
  start: ({ referral: { making }, current, facts }) => ({
    ...making?.wrote,
    ...(making?.part === 'deal' ? withoutNotes(dealStart(DEAL_FIELDS, current, facts.desk)) : {}),
  }),
  marks,
  change: ({ referral, by, answers, facts }) => {
    const { making, observed } = referral;
    if (!making?.refused) return referral;
    const deal = dealOf({
      ...{ id: observed.id, variant: making.variant, answers: { ...making.wrote, ...answers } },
      ...{
        by,
        now: facts.now,
        today: dayIn(facts.now, facts.desk?.zone ?? 'UTC'),
        solutions: facts.catalogue ?? [],
      },
    });
    return makeAgain(referral, { ...deal, wrote: { ...making.wrote, ...answers } }, facts);
  },
};

/** Notes are as they were written here, without the line that the record has of them. */
const withoutNotes = (start: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(start).filter(([id, value]) => id !== 'notes' && value !== ''));

function formOf({ referral: { making } }: About): Form {
  const form =
    making?.part === 'invitation'
      ? { fields: invitationFields }
      : newDealForm({ variant: making?.variant ?? '', desks: [] });
  return { name: 'send-again', fields: form.fields, filled: true };
}

/** The field that Partner Center names, in its words. */
function marks(about: About): readonly Problem[] {
  const { refused } = about.referral.making ?? {};
  const field = refused?.at === undefined ? undefined : fieldNamed(formOf(about), refused.at);
  return field === undefined || refused?.detail === undefined
    ? []
    : [{ field, key: 'refused-there', params: { words: refused.detail } }];
}

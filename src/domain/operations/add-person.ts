import { adding } from '../deal/editing';
import { keyOf } from '../deal/entries';
import { listOf, type DealListId } from '../deal/lists';
import { entryFields, entryIn } from '../forms/entry';
import type { Form } from '../forms/form';
import { withConsent } from '../referral/consent';
import { contactsFixed, listRefusal, withEntries } from './entries';
import type { Doing, ReferralOperation } from './operation';

const PERSON = listOf('colleagues').needs;

const personOf = (list: DealListId, { answers }: Doing) => adding(listOf(list), entryIn(PERSON, answers));

const addingTo = (list: DealListId) =>
  ({
    on: 'referral',
    where: { accepted: 'involved' },
    refuses: (doing) => listRefusal(list, doing, personOf(list, doing)),
    change: (doing) => withEntries(doing, list, personOf(list, doing)),
  }) satisfies Partial<ReferralOperation>;

/** One of ours on the deal: Partner Center wants all four of each. */
export const addColleague: ReferralOperation = {
  ...addingTo('colleagues'),
  name: 'add-colleague',
  audit: 'colleague-added',
  form: () => ({ name: 'add-colleague', fields: entryFields(listOf('colleagues'), PERSON, PERSON) }),
};

const CONSENT = ['yes', 'no'] as const;

/** A person at the customer, and whether they agree that Microsoft gets their details. */
const contactForm = (): Form => ({
  name: 'add-contact',
  fields: [
    ...entryFields(listOf('contacts'), PERSON, PERSON),
    {
      id: 'consent',
      kind: 'choice',
      required: true,
      maxLength: 10,
      more: false,
      choices: CONSENT.map((value) => ({ value, title: { key: `forms.add-contact.consent.${value}` } })),
    },
  ],
});

/** One of the customer's people; who says that they agree to be contacted by Microsoft is kept with the day. */
export const addContact: ReferralOperation = {
  ...addingTo('contacts'),
  name: 'add-contact',
  audit: 'contact-added',
  hindered: contactsFixed,
  form: contactForm,
  start: () => ({ consent: 'no' }),
  change(doing) {
    const { answers, by, facts } = doing;
    const next = withEntries(doing, 'contacts', personOf('contacts', doing));
    if (answers['consent'] !== 'yes') return next;
    const key = keyOf(listOf('contacts'), entryIn(PERSON, answers));
    return withConsent(next, [key], { by, at: facts.now });
  },
};

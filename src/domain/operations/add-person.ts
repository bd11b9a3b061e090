import { adding } from '../deal/editing';
import { keyOf, type Entry } from '../deal/entries';
import { listOf, type DealListId } from '../deal/lists';
import { entryFields, entryHolds, entryIn, entryKey } from '../forms/entry';
import type { Form } from '../forms/form';
import { choosingPerson, OWN_PARTS, type Known } from '../forms/people';
import type { Current } from '../record/current';
import { withConsent } from '../referral/consent';
import { contactsFixed, listRefusal, withEntries } from './entries';
import type { Doing, ReferralOperation } from './operation';

const COLLEAGUE = 'add-colleague';
const PERSON = listOf('colleagues').needs;

const personOf = (list: DealListId, { answers }: Doing) => adding(listOf(list), entryIn(PERSON, answers));

const isOn = ({ lists: { colleagues } }: Current, entry: Entry): boolean =>
  colleagues.some(({ key }) => key === keyOf(listOf('colleagues'), entry));

const addingTo = (list: DealListId) =>
  ({
    on: 'referral',
    where: { accepted: 'involved' },
    // Who is on it by now with that address.
    stands: ({ current }) => ({
      holds: entryHolds(current.lists[list], ({ key }) => key, OWN_PARTS),
      keyOf: (field, held) => entryKey(keyOf(listOf(list), entryIn(PERSON, held)), field),
    }),
    refuses: (doing) => listRefusal(list, doing, personOf(list, doing)),
    change: (doing) => withEntries(doing, list, personOf(list, doing)),
  }) satisfies Partial<ReferralOperation>;

/** One of those who are not on it yet, or somebody else. */
export const colleagueForm = (current: Current, people: readonly Known[]): Form => ({
  name: COLLEAGUE,
  ...choosingPerson({
    ...{ id: 'colleague', kind: 'people', required: true, more: false },
    known: people.filter(({ entry }) => !isOn(current, entry)),
    fields: entryFields(listOf('colleagues'), PERSON, PERSON),
    parts: OWN_PARTS,
  }),
});

/** One of ours on the deal: Partner Center wants all four of each. */
export const addColleague: ReferralOperation = {
  ...addingTo('colleagues'),
  name: COLLEAGUE,
  audit: 'colleague-added',
  brings: true,
  offersPeople: true,
  form: ({ current, people = [] }) => colleagueForm(current, people),
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
  brings: true,
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

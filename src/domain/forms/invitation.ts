import { adding } from '../deal/editing';
import type { Entry, Held, Listed } from '../deal/entries';
import { listOf } from '../deal/lists';
import type { Invitation } from '../referral/referral';
import { entryHolds, entryKey } from './entry';
import type { Answers, Field } from './form';
import type { Holding } from './holding';
import { chosen, text } from './input';
import { choosingPerson } from './people';

/** Of the kinds of a deal made here, the one to which Microsoft is invited. */
export const CO_SELL = 'co-sell';

/** Partner Center's help types in its order (manage-co-sell-opportunities page; the codes are the API's). */
export const HELP_TYPES = [
  'WorkloadSpecificValueProposition',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'GeneralOrOther',
] as const;

const CONTACTS = listOf('contacts');

/** The customer's contact in a form, and the part of an entry that each field is. */
const CONTACT = {
  contactFirstName: 'firstName',
  contactLastName: 'lastName',
  contactPhone: 'phone',
  contactEmail: 'email',
} as const;

const AGREED = { field: 'consent', value: 'yes' };

const contact = (
  id: keyof typeof CONTACT,
  over: Pick<Field, 'kind' | 'maxLength' | 'more' | 'beside'>,
): Field => text(id, over.maxLength, { ...over, required: true, onlyWith: AGREED });

/** Whom Microsoft may turn to. `more`: it stands behind "More fields". */
export const contactFields = (more: boolean): readonly Field[] => [
  contact('contactFirstName', { kind: 'text', maxLength: 100, more, beside: 'contactLastName' }),
  contact('contactLastName', { kind: 'text', maxLength: 100, more }),
  contact('contactPhone', { kind: 'phone', maxLength: 50, more, beside: 'contactEmail' }),
  contact('contactEmail', { kind: 'email', maxLength: 254, more }),
];

/** That contact as an entry of the deal's list. */
export const contactIn = (answers: Answers): readonly Held[] =>
  adding(
    CONTACTS,
    Object.fromEntries(Object.entries(CONTACT).map(([field, part]) => [part, answers[field] ?? ''])),
  );

/** Choices are joined by commas where there are many: a value has none. */
const valueOf = ({ key }: Listed): string => key.replaceAll(',', ' ');

/** One of the contacts on the deal, with the fields that are open then; those alone where there is none. */
export function choosingContact(contacts: readonly Listed[], { more }: { readonly more: boolean }) {
  const known = contacts.map((one) => ({ value: valueOf(one), entry: one.entry }));
  const { fields, ...rest } = choosingPerson({
    ...{ id: 'whom', kind: 'choice', required: true, more, known },
    ...{ fields: contactFields(more), parts: CONTACT },
  });
  return { ...rest, fields: fields.map((field) => ({ ...field, onlyWith: AGREED })) };
}

/** What the record holds of them, whichever is chosen. */
export const contactHolding = (contacts: readonly Listed[]): Holding => ({
  holds: entryHolds(contacts, valueOf, CONTACT),
  keyOf: (field, { whom = '' }) => entryKey(whom, field),
});

/** What those fields open with. */
export const contactStart = (contact?: Listed): Answers => ({
  ...(contact ? { whom: valueOf(contact) } : {}),
  ...Object.fromEntries(Object.entries(CONTACT).map(([field, part]) => [field, contact?.entry[part] ?? ''])),
});

/** Whether nothing that Microsoft wants of a contact is missing. */
export const isWhole = (entry: Entry | undefined): boolean =>
  entry !== undefined && CONTACTS.needs.every((part) => (entry[part] ?? '') !== '');

/** What help is wanted of Microsoft, and what its seller should know. */
export const help: Field = chosen('help', HELP_TYPES, (value) => `help-asked.${value}`, { onlyWith: AGREED });
export const helpNotes = text('helpNotes', 4000, { kind: 'long-text', more: true, onlyWith: AGREED });

/** What Microsoft is invited with once the customer's word and contact are there. */
export const invitationFields: readonly Field[] = [help, { ...helpNotes, more: false }].map(
  ({ onlyWith: _, ...field }) => field,
);

/** The same as it was filled in. */
export const invitationIn = ({ help: what, helpNotes: notes = '' }: Answers): Invitation => ({
  help: what ?? HELP_TYPES[5],
  ...(notes === '' ? {} : { notes }),
});

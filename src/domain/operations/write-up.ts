import { adding } from '../deal/editing';
import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { listOf } from '../deal/lists';
import { acceptForm } from '../forms/accept';
import { dealChange, dealForm, dealHolding, dealStart } from '../forms/deal';
import { entryFields } from '../forms/entry';
import type { Field, Form } from '../forms/form';
import { isCoSell } from '../record/kind';
import { intend } from '../referral/intents';
import type { Referral } from '../referral/referral';
import { accept } from './accept';
import { called, calledForm } from './called';
import { contactsFixed } from './entries';
import { noteOf } from './note';
import type { About, Doing, ReferralOperation } from './operation';

/** What is seldom said in a sentence stands behind "More fields". */
const WORKED: readonly DealField[] = DEAL_FIELDS.filter(
  (field: DealField) => !field.apart && !field.ofDeals,
).map((field: DealField) => ({ ...field, more: field.more || field.later === true }));
const CONTACTS = listOf('contacts');

/** How the customer was reached, where they were. */
const CALLS: readonly Field[] = calledForm.fields.map((field) => ({ ...field, required: false }));

/** The parts of a contact at the customer, under names that no colleague's field has. */
const PARTS: Readonly<Record<string, string>> = {
  firstName: 'contactFirstName',
  lastName: 'contactLastName',
  phone: 'contactPhone',
  email: 'contactEmail',
};
const CONTACT: readonly Field[] = entryFields(CONTACTS, CONTACTS.needs, []).map((field) => ({
  ...field,
  id: PARTS[field.id] ?? field.id,
  more: true,
}));

/** A new one is accepted with what is written; a deal is changed by it, noted on and called about in one. */
function writeUpForm(about: About): Form {
  const { current, facts } = about;
  if (current.stage === 'received') {
    const { fields, ...rest } = acceptForm({ coSell: isCoSell(current.kind) });
    return { ...rest, name: NAME, filled: true, fields: [...fields, ...CALLS] };
  }
  const { fields, ...rest } = dealForm(NAME, WORKED, current, facts.desk);
  const contact = contactsFixed(about) ? [] : CONTACT;
  const person = { fields: contact.map(({ id }) => id), needed: false };
  return { ...rest, fields: [...fields, ...CALLS, ...contact], ...(contact.length > 0 ? { person } : {}) };
}

/** The deal's own fields, the note as a line more, and who was named at the customer. */
function workedOn(doing: Doing): Referral {
  const { referral, id, by, answers, began, facts } = doing;
  const { notes = '', ...deal } = dealChange(WORKED, answers, began);
  const parts = CONTACTS.needs.map((part) => [part, answers[PARTS[part] ?? part] ?? ''] as const);
  const named = parts.every(([, text]) => text !== '');
  const change = {
    ...deal,
    ...noteOf(doing, notes),
    ...(named ? { contacts: adding(CONTACTS, Object.fromEntries(parts)) } : {}),
  };
  return intend(referral, { id, by: { id: by.id, name: by.name }, change }, facts);
}

const NAME = 'write-up';

/** What came of a call, a meeting or a mail, told in one sentence and looked at before it is kept. */
export const writeUp: ReferralOperation = {
  on: 'referral',
  name: NAME,
  where: { accepted: 'involved', received: 'desk' },
  audit: 'written-up',
  brings: true,
  form: writeUpForm,
  start: (opening) =>
    opening.current.stage === 'received'
      ? (accept.start?.(opening) ?? {})
      : dealStart(WORKED, opening.current, opening.facts.desk),
  stands: ({ current }) => dealHolding(WORKED, current),
  change(doing) {
    const { result } = doing.answers;
    const referral = doing.current.stage === 'received' ? accept.change(doing) : workedOn(doing);
    return result === undefined || result === '' ? referral : called.change({ ...doing, referral });
  },
};

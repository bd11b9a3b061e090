import type { Current } from '../record/current';
import type { Answers, Field, Form } from './form';
import { text } from './input';
import { choosingKnown, type KnownThing } from './known';
import { oneLine } from './written-text';

type Customer = Current['customer'];

/** The customer in a form of a new deal: what Partner Center never lets anybody change later. */
const CUSTOMER: readonly Field[] = [
  text('customer', 250, { required: true }),
  text('country', 60, { kind: 'country', required: true, remembered: true }),
  text('street', 200, { more: true }),
  text('postalCode', 20, { more: true }),
  text('city', 100, { more: true }),
  text('region', 100, { more: true }),
  text('duns', 20, { kind: 'duns', more: true }),
];

/** What is known of a customer, as those fields have it. */
export const customerStart = ({ name, ...customer }: Customer): Answers => ({
  customer: name,
  country: customer.country ?? '',
  street: customer.street ?? '',
  postalCode: customer.postalCode ?? '',
  city: customer.city ?? '',
  region: customer.region ?? '',
  duns: customer.duns ?? '',
});

/** Two companies of one name are told apart by where they are. */
const titleOf = ({ name, city, country }: Customer): string =>
  oneLine([name, city, country].filter(Boolean).join(', '));

/** A customer as a desk knows it. `seenAt`: when its newest referral was made, business time in ms. */
export type KnownCustomer = Customer & { readonly seenAt?: number };

const things = (known: readonly KnownCustomer[]): readonly KnownThing[] =>
  known.map(({ seenAt, ...one }) => ({
    title: titleOf(one),
    says: customerStart(one),
    ...(seenAt === undefined ? {} : { seenAt }),
  }));

/**
 * The customer, above it those seen before to choose from. Of one name there may be two: even a whole name that was typed is asked
 * about.
 */
export function choosingCustomer(known: readonly KnownCustomer[]): Required<Pick<Form, 'fields' | 'fills'>> {
  const { fields, fills } = choosingKnown({
    ...{ id: 'seenBefore', known: things(known), fields: CUSTOMER.map(({ id }) => id) },
    ...{ offeredFor: { field: 'customer' }, none: 'choices.another-customer' },
  });
  return { fields: [...fields, ...CUSTOMER], fills };
}

/** The record's profile of the customer, without a contact (customerProfile, referral-resources page). */
export function profileOf(answers: Answers) {
  const { customer = '', country = '', street, postalCode, city, region, duns } = answers;
  const parts = { addressLine1: street, city, state: region, postalCode };
  const known = Object.fromEntries(Object.entries(parts).flatMap(([id, part]) => (part ? [[id, part]] : [])));
  return {
    name: customer,
    address: { country, ...known },
    team: [],
    ...(duns ? { ids: [{ profileType: 'Duns', id: duns }] } : {}),
  };
}

import type { Current } from '../record/current';
import type { Answers, Field, Fill } from './form';
import { text } from './input';
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

/**
 * Customers seen before, to choose from: the choice fills in whatever nobody has written. Nothing where none is known; typed words
 * are not asked for it.
 */
export function choosingCustomer(known: readonly Customer[]): {
  readonly fields: readonly Field[];
  readonly fills: readonly Fill[];
} {
  if (known.length === 0) return { fields: CUSTOMER, fills: [] };
  const choices = known.map((one) => ({ value: titleOf(one), title: { text: titleOf(one) } }));
  const choice: Field = { ...text('seenBefore', 600, { kind: 'choice', aside: true }), choices };
  const fill = {
    by: choice.id,
    fields: CUSTOMER.map(({ id }) => id),
    with: Object.fromEntries(known.map((one) => [titleOf(one), customerStart(one)])),
  };
  return { fields: [choice, ...CUSTOMER], fills: [fill] };
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

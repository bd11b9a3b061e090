import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { fold } from '../record/fold';
import { seen } from './face';
import type { Referral } from './referral';

const MOST_WORDS = 60;
export const MOST_QUERY_WORDS = 5;

/** What a referral is found by: customer, deal, contacts, CRM id, products and solutions, place, its own id. */
export function searchWords(referral: Referral, fields: readonly DealField[] = DEAL_FIELDS): string[] {
  const current = seen(referral);
  const { customer } = current;
  const deal: Readonly<Record<string, string | undefined>> = current.deal;
  const texts = [
    customer.name,
    referral.referralId,
    ...fields.filter(({ found }) => found).map(({ id }) => deal[id]),
    customer.city,
    ...current.contacts.flatMap((contact) => [contact.name, contact.email]),
    ...current.solutions,
    ...current.products,
    referral.own.owner?.name,
    ...current.colleagues.map((colleague) => `${colleague.firstName} ${colleague.lastName}`),
  ];
  return [...new Set(texts.flatMap((text) => fold(text ?? '')))].slice(0, MOST_WORDS);
}

import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { seen } from './face';
import type { Referral } from './referral';

const MOST_WORDS = 60;
const LONGEST = 40;
export const MOST_QUERY_WORDS = 5;

/** Lower case, without accents, cut at what is neither letter nor digit: "Müller & Söhne" → muller, sohne. */
export function fold(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST));
}

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

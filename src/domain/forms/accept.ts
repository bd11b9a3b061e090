import type { Form } from './form';

/** Partner Center tells no limit of a deal's name; the longest e-mail address is 254 characters (RFC 5321). */
export const NAME_LENGTH = 250;
const MONEY_LENGTH = 60;

/** Accept: the deal, and behind "More fields" ids and a colleague. A co-sell deal needs a colleague. */
export function acceptForm({ coSell }: { readonly coSell: boolean }): Form {
  return {
    name: 'accept',
    colleague: coSell ? 'needed' : 'optional',
    fields: [
      { id: 'name', kind: 'text', required: true, maxLength: NAME_LENGTH, more: false },
      { id: 'dealValue', kind: 'money', required: true, maxLength: MONEY_LENGTH, more: false },
      { id: 'currency', kind: 'currency', required: true, maxLength: 20, more: false },
      { id: 'closeDate', kind: 'date', required: true, maxLength: 20, more: false },
      { id: 'notes', kind: 'long-text', required: false, maxLength: 4000, more: false },
      { id: 'crmId', kind: 'text', required: false, maxLength: 100, more: true },
      { id: 'campaignId', kind: 'text', required: false, maxLength: 100, more: true },
      { id: 'firstName', kind: 'text', required: coSell, maxLength: 100, more: true },
      { id: 'lastName', kind: 'text', required: coSell, maxLength: 100, more: true },
      { id: 'phone', kind: 'phone', required: coSell, maxLength: 50, more: true },
      { id: 'email', kind: 'email', required: coSell, maxLength: 254, more: true },
    ],
  };
}

import { DEAL_FIELDS, type DealField } from '../deal/fields';
import type { Form } from './form';
import { inputOf } from './input-of';

/** Accept: the deal, and behind "More fields" ids and a colleague. A co-sell deal needs a colleague. */
export function acceptForm({
  coSell,
  fields = DEAL_FIELDS,
}: {
  readonly coSell: boolean;
  readonly fields?: readonly DealField[];
}): Form {
  const person = { required: coSell, more: true } as const;
  return {
    name: 'accept',
    person: { fields: ['firstName', 'lastName', 'phone', 'email'], needed: coSell },
    fields: [
      ...fields.filter(({ later }) => !later).map(inputOf),
      { id: 'firstName', kind: 'text', maxLength: 100, beside: 'lastName', ...person },
      { id: 'lastName', kind: 'text', maxLength: 100, ...person },
      { id: 'phone', kind: 'phone', maxLength: 50, beside: 'email', ...person },
      // The longest address is 254 characters (RFC 5321).
      { id: 'email', kind: 'email', maxLength: 254, ...person },
    ],
  };
}

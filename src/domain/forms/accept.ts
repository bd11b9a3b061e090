import { DEAL_FIELDS, type DealField, type ValueKind } from '../deal/fields';
import type { Field, FieldKind, Form } from './form';

const INPUTS: Readonly<Record<ValueKind, FieldKind>> = {
  text: 'text',
  money: 'money',
  currency: 'currency',
  day: 'date',
  notes: 'long-text',
  choice: 'choice',
  flag: 'choice',
};

/** A row of the table as an input of a form. */
export const inputOf = ({ id, kind, required, maxLength, more, choices, unit }: DealField): Field => ({
  id,
  kind: INPUTS[kind],
  required,
  maxLength,
  more,
  ...(kind === 'notes' ? { read: true } : {}),
  ...(unit === undefined ? {} : { beside: unit }),
  ...(choices
    ? { choices: choices.map((value) => ({ value, title: { key: `choices.${id}.${value}` } })) }
    : {}),
});

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
    colleague: coSell ? 'needed' : 'optional',
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

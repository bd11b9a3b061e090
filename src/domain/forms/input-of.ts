import type { DealField, ValueKind } from '../deal/fields';
import type { Field, FieldKind } from './form';

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

import type { Deal } from '../deal/deal';
import type { DealField } from '../deal/fields';
import { KINDS } from '../deal/value-kinds';
import type { Desk } from '../desk/desk';
import { currencyOf } from '../record/currencies';
import type { Current } from '../record/current';
import { roundMoney } from '../record/money';
import { inputOf } from './input-of';
import { NO_DESK_CURRENCY } from './accept-start';
import type { Answers, Form } from './form';
import type { Holding } from './holding';

type Held = Readonly<Record<string, string | undefined>>;

/**
 * A form of some of a deal's fields, filled in with what the record holds. What the record lacks may stay empty, and what
 * stands there and is left alone is not judged ("a date that is past").
 */
export function dealForm(
  name: string,
  fields: readonly DealField[],
  current: Current,
  desk?: Pick<Desk, 'currency'>,
): Form {
  const starts = dealStart(fields, current, desk);
  const held: Held = current.deal;
  return {
    name,
    filled: true,
    fields: fields.map((field) => {
      const stands = field.kind !== 'notes' && held[field.id] !== undefined;
      return {
        ...inputOf(field),
        required: field.required && stands,
        ...(stands ? { holds: starts[field.id] ?? '' } : {}),
      };
    }),
  };
}

/** What that form opens with: the record's values, money rounded to its currency's digits; notes empty, they are added. */
export function dealStart(
  fields: readonly DealField[],
  { deal }: Current,
  desk?: Pick<Desk, 'currency'>,
): Answers {
  const held: Held = deal;
  const starts = ({ id, kind, unit = '' }: DealField): string => {
    const value = kind === 'notes' ? '' : (held[id] ?? '');
    if (kind === 'currency') return currencyOf(value) ?? desk?.currency ?? NO_DESK_CURRENCY;
    return kind === 'money' && value !== ''
      ? (roundMoney(value, held[unit] ?? NO_DESK_CURRENCY) ?? value)
      : value;
  };
  return Object.fromEntries(fields.map((field) => [field.id, starts(field)]));
}

/** What the record holds of those fields; notes are added to, so nobody's are written over. */
export const dealHolding = (fields: readonly DealField[], { deal }: Current): Holding => {
  const held: Held = deal;
  const compared = fields.filter(({ kind }) => kind !== 'notes');
  return { holds: Object.fromEntries(compared.map(({ id }) => [id, held[id] ?? ''])) };
};

/** What was changed in that form. `began`: what it opened with. A currency goes with the value that it is of. */
export function dealChange(fields: readonly DealField[], values: Answers, began: Answers): Deal {
  const isChanged = ({ id, kind }: DealField): boolean =>
    kind === 'notes' ? (values[id] ?? '') !== '' : !KINDS[kind].holds(began[id], values[id]);
  const units = fields.flatMap((field) => (isChanged(field) && field.unit ? [field.unit] : []));
  const changed = fields.filter((field) => isChanged(field) || units.includes(field.id));
  return Object.fromEntries(changed.map(({ id }) => [id, values[id] ?? '']));
}

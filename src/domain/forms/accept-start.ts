import { currencyOf } from '../record/currencies';
import type { Current } from '../record/current';
import { endOfNextMonth, isDay } from '../record/dates';
import type { Desk } from '../desk/desk';
import { isCoSell } from '../record/kind';
import { roundMoney } from '../record/money';
import { DEAL_FIELDS, NAME_LENGTH, type DealField, type ValueKind } from '../deal/fields';
import type { Answers } from './form';
import { inWords, oneLine, shortened } from './written-text';

export interface AcceptStart {
  readonly current: Current;
  readonly desk: Pick<Desk, 'currency'> | undefined;
  /** The person who accepts. */
  readonly by: { readonly name: string; readonly email?: string };
  /** YYYY-MM-DD at the desk. */
  readonly today: string;
}

/** Where neither the record nor a desk names a currency. */
export const NO_DESK_CURRENCY = 'USD';

/** "Tailspin Toys – Microsoft 365": the customer, and the first thing that they ask for. */
function dealName(current: Current): string {
  const product = current.products[0] ?? current.solutions[0] ?? current.services[0];
  const customer = oneLine(current.customer.name);
  return shortened(
    product === undefined ? customer : `${customer} – ${oneLine(inWords(product))}`,
    NAME_LENGTH,
  );
}

/** "Kim Akers" and "Akers, Kim" in first and last name. */
export function namesOf(name: string): { readonly firstName: string; readonly lastName: string } {
  const [last = '', first] = name.split(',').map((part) => part.trim());
  if (first) return { firstName: first, lastName: last };
  const words = last.split(/\s+/);
  return {
    firstName: words.slice(0, -1).join(' ') || last,
    lastName: words.length > 1 ? (words.at(-1) ?? '') : '',
  };
}

/** A value of zero is nobody's estimate: the person is asked for one. */
function startValue(value: string | undefined, currency: string): string {
  const rounded = value === undefined ? undefined : roundMoney(value, currency);
  return rounded === undefined || rounded === '0' ? '' : rounded;
}

/**
 * What the accept form opens with. Machine values come rounded to the currency's digits, so that "1.234" is never read as
 * thousands. Notes open empty: what is written there is added to those of the record.
 */
export function acceptStart(
  { current, desk, by, today }: AcceptStart,
  fields: readonly DealField[] = DEAL_FIELDS,
): Answers {
  const held: Readonly<Record<string, string | undefined>> = current.deal;
  const currency = (unit: string): string =>
    currencyOf(held[unit] ?? '') ?? desk?.currency ?? NO_DESK_CURRENCY;
  const opens: Readonly<Record<ValueKind, (field: DealField) => string>> = {
    text: ({ id }) => held[id] ?? '',
    money: ({ id, unit }) => startValue(held[id], currency(unit ?? '')),
    currency: ({ id }) => currency(id),
    day: ({ id }) => startDay(held[id], today),
    notes: () => '',
    choice: ({ id }) => held[id] ?? '',
    flag: ({ id }) => held[id] ?? '',
  };
  return {
    ...Object.fromEntries(
      fields.filter(({ later }) => !later).map((field) => [field.id, opens[field.kind](field)]),
    ),
    name: dealName(current),
    ...(isCoSell(current.kind) ? { ...namesOf(by.name), email: by.email ?? '' } : {}),
  };
}

/** A day that is past is nobody's plan any more. */
const startDay = (day: string | undefined, today: string): string =>
  day !== undefined && isDay(day) && day >= today ? day : endOfNextMonth(today);

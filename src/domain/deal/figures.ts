import type { Deal } from './deal';
import { DEAL_FIELDS, type DealField } from './fields';

const text = (deal: Deal, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (deal as Readonly<Record<string, string | undefined>>)[id];

/** What the deal is worth: its first amount, a decimal string in major units, and the currency, if one is known. */
export function amountOf(
  deal: Deal,
  fields: readonly DealField[] = DEAL_FIELDS,
): { readonly value: string; readonly currency?: string } | undefined {
  const field = fields.find(({ kind }) => kind === 'money');
  const value = text(deal, field?.id);
  const currency = text(deal, field?.unit);
  return value === undefined ? undefined : { value, ...(currency === undefined ? {} : { currency }) };
}

/** The day by which it is meant to be closed, YYYY-MM-DD at the desk. */
export const dueDayOf = (deal: Deal, fields: readonly DealField[] = DEAL_FIELDS): string | undefined =>
  text(deal, fields.find(({ kind }) => kind === 'day')?.id);

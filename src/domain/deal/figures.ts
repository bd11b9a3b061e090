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

/** What the deal lacks, by the labels of the fields that lists are narrowed by. */
export const lackedBy = (deal: Deal, fields: readonly DealField[] = DEAL_FIELDS): string[] =>
  fields.flatMap(({ id, lacked, fact }) => (lacked && fact && !text(deal, id) ? [fact.label] : []));

/** The day by which it is meant to be closed, YYYY-MM-DD at the desk. */
export const dueDayOf = (deal: Deal, fields: readonly DealField[] = DEAL_FIELDS): string | undefined =>
  text(deal, fields.find(({ kind }) => kind === 'day')?.id);

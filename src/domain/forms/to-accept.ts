import type { Deal } from '../deal/deal';
import { DEAL_FIELDS, type DealField } from '../deal/fields';
import { keyOf, type Held } from '../deal/entries';
import { listOf } from '../deal/lists';
import { KINDS } from '../deal/value-kinds';
import type { Current } from '../record/current';
import type { Answers } from './form';

function colleagueIn(values: Answers, current: Current): Held | undefined {
  const { firstName = '', lastName = '', phone = '', email = '' } = values;
  if (email === '') return undefined;
  const entry = { firstName, lastName, phone, email };
  const key = keyOf(listOf('colleagues'), entry);
  return current.lists.colleagues.some((one) => one.key === key) ? undefined : { key, entry };
}

/** Opened with what the record held then and left alone: it is not written over what the record holds by now. */
function isUntouched(field: DealField, value: string, began: string, held: string | undefined): boolean {
  return field.proposed !== true && held !== undefined && KINDS[field.kind].holds(began, value);
}

/**
 * Accept's change out of the form. `values` as `checked` gives them; `initial`: what the form opened with. The deal has only
 * what differs from the referral as it is now, notes as they were written; the colleague only if it is not on it yet.
 */
export function toAccept(
  values: Answers,
  initial: Answers,
  current: Current,
  fields: readonly DealField[] = DEAL_FIELDS,
): { readonly deal: Deal; readonly colleague?: Held } {
  const now: Readonly<Record<string, string | undefined>> = current.deal;
  const deal = fields.flatMap((field) => {
    const [value, held, began] = [values[field.id] ?? '', now[field.id], initial[field.id] ?? ''];
    if (field.kind === 'notes') return value === '' ? [] : [[field.id, value] as const];
    const kept = isUntouched(field, value, began, held) || KINDS[field.kind].holds(held, value);
    return kept ? [] : [[field.id, value] as const];
  });
  const colleague = colleagueIn(values, current);
  return { deal: Object.fromEntries(deal), ...(colleague ? { colleague } : {}) };
}

import type { Current } from '../record/current';
import { sameMoney } from '../record/money';
import type { Colleague, Deal } from '../referral/referral';
import type { Answers } from './form';

const DEAL_FIELDS = [
  'name',
  'dealValue',
  'currency',
  'closeDate',
  'notes',
  'crmId',
  'campaignId',
] as const satisfies readonly (keyof Deal)[];
type DealField = (typeof DEAL_FIELDS)[number];

/** These open with what the record holds: left alone, they are not written over what it holds by now. */
const FROM_RECORD: ReadonlySet<DealField> = new Set([
  'dealValue',
  'currency',
  'notes',
  'crmId',
  'campaignId',
]);

function isSame(field: DealField, one: string, other: string): boolean {
  return field === 'dealValue' ? sameMoney(one, other) : one.trim() === other.trim();
}

function colleagueIn(values: Answers, current: Current): Colleague | undefined {
  const { firstName = '', lastName = '', phone = '', email = '' } = values;
  if (email === '') return undefined;
  const known = current.colleagues.some((one) => one.email.toLowerCase() === email.toLowerCase());
  return known ? undefined : { firstName, lastName, phone, email };
}

/**
 * The accept command's part out of the form. `values` as `checked` gives them; `initial`: what the form opened with.
 * The deal has only what differs from the referral as it is now; the colleague only if it is not on it yet.
 */
export function toAccept(
  values: Answers,
  initial: Answers,
  current: Current,
): { readonly deal: Deal; readonly colleague?: Colleague } {
  const deal = DEAL_FIELDS.flatMap((field) => {
    const [value, held, began] = [values[field] ?? '', current.deal[field], initial[field] ?? ''];
    const untouched = FROM_RECORD.has(field) && held !== undefined && isSame(field, value, began);
    return untouched || isSame(field, value, held ?? '') ? [] : [[field, value] as const];
  });
  const colleague = colleagueIn(values, current);
  return { deal: Object.fromEntries(deal), ...(colleague ? { colleague } : {}) };
}

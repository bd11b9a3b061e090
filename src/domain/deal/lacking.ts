import type { Current } from '../record/current';
import type { ReferralKind } from '../record/kind';
import { isLacking } from './editing';
import { DEAL_FIELDS, type DealField } from './fields';
import { DEAL_LISTS } from './lists';

/** What a deal lacks before its next step, by the names of fields and lists. */
export interface Lacking {
  /** What it is needed for: that Microsoft can be invited, or that it can be won. */
  readonly before: 'invited' | 'won';
  readonly what: readonly string[];
}

/** The next step of an accepted deal of this kind; undefined: Partner Center asks nothing more of it. */
function nextStep(
  kind: ReferralKind,
): { readonly before: Lacking['before']; readonly as: ReferralKind } | undefined {
  switch (kind) {
    case 'partner-led':
      return { before: 'invited', as: INVITED };
    case 'private':
    case 'co-sell-inbound':
    case 'co-sell-outbound':
      return { before: 'won', as: kind };
    default:
      return undefined;
  }
}

/** What a deal becomes once Microsoft is invited to it. */
export const INVITED: ReferralKind = 'co-sell-outbound';

/**
 * What is missing of what a kind must have ("state changes fail if required deal data is missing", psc-to-pc page; the
 * create-a-referral page). A currency goes with its value, and is not named beside it.
 */
export function missingFor(
  { deal, lists }: Pick<Current, 'deal' | 'lists'>,
  kind: ReferralKind,
  fields: readonly DealField[] = DEAL_FIELDS,
): readonly string[] {
  const held: Readonly<Record<string, string | undefined>> = deal;
  const empty = fields.filter(({ id, required }) => required && (held[id] ?? '') === '');
  const units = empty.map(({ unit }) => unit);
  return [
    ...DEAL_LISTS.filter((list) => isLacking(list, lists[list.id], kind)).map(({ id }) => id),
    ...empty.filter(({ id }) => !units.includes(id)).map(({ id }) => id),
  ];
}

/** What the next step of an accepted deal will fail for; undefined: for nothing. */
export function lackingOf(current: Current): Lacking | undefined {
  const next = current.stage === 'accepted' ? nextStep(current.kind) : undefined;
  const what = next ? missingFor(current, next.as) : [];
  return next && what.length > 0 ? { before: next.before, what } : undefined;
}

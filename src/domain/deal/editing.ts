import type { ReferralKind } from '../record/kind';
import { keyOf, type Entry, type Held, type Listed } from './entries';
import { MOST_ENTRIES, type DealList } from './lists';

/** A new entry. */
export const adding = (list: DealList, entry: Entry): readonly Held[] => [{ key: keyOf(list, entry), entry }];

/** Another content of the entry that stands under `key`. With another address (or id) it is another entry in its place. */
export function changing(list: DealList, key: string, entry: Entry): readonly Held[] {
  const next = keyOf(list, entry);
  return next === key ? [{ key, entry }] : [{ key }, { key: next, entry }];
}

export const removing = (key: string): readonly Held[] => [{ key }];

/** Why a list may not become so. `missing`: parts that an entry lacks. */
export type ListProblem =
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'too-many' }
  /** One that stands alone, beside others. */
  | { readonly kind: 'alone' }
  /** None is left, and this kind of referral needs one. */
  | { readonly kind: 'needed' };

/** What is wrong with a list after these changes; undefined: nothing. What stands there already is not judged. */
export function listProblem(
  list: DealList,
  {
    listed,
    changes,
    kind,
  }: { readonly listed: readonly Listed[]; readonly changes: readonly Held[]; readonly kind: ReferralKind },
): ListProblem | undefined {
  const changed = changes.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
  const missing = list.needs.filter((part) => changed.some((entry) => (entry[part] ?? '').trim() === ''));
  if (missing.length > 0) return { kind: 'incomplete', missing };
  const kept = listed.filter(({ key }) => changes.every((one) => one.key !== key)).map(({ entry }) => entry);
  const after = [...kept, ...changed];
  if (changed.length > 0 && after.length > MOST_ENTRIES) return { kind: 'too-many' };
  if (changed.length > 0 && after.length > 1 && after.some((entry) => isAlone(list, entry)))
    return { kind: 'alone' };
  return changes.length > 0 && isLacking(list, after, kind) ? { kind: 'needed' } : undefined;
}

/** Whether this kind of referral needs an entry that is not there: Microsoft takes no step of it without one. */
export const isLacking = (list: DealList, entries: readonly unknown[], kind: ReferralKind): boolean =>
  entries.length === 0 && list.neededBy.includes(kind);

const isAlone = ({ alone }: DealList, entry: Entry): boolean =>
  alone !== undefined && entry[alone.part] === alone.value;

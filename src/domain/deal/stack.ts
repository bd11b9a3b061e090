import type { Change, Wanted } from './deal';
import { isAsWanted, type Held } from './entries';
import { DEAL_LISTS } from './lists';

/** A change, and what its fields and entries held before. */
interface Made {
  readonly change: Change;
  readonly was: Wanted;
}

/** What a later change found, when an earlier one will not come true: what the earlier one had found. */
export function rebased(was: Wanted, { change, was: before }: Made): Wanted {
  const wanted = change as Readonly<Record<string, unknown>>;
  const found = before as Readonly<Record<string, unknown>>;
  const fields = Object.entries(was).map(
    ([name, value]) => [name, value === wanted[name] ? found[name] : value] as const,
  );
  const lists = DEAL_LISTS.flatMap((list) => {
    const entries = was[list.id]?.map((held): Held => {
      const earlier = change[list.id]?.find(({ key }) => key === held.key);
      return earlier && isAsWanted(list, held.entry, earlier.entry)
        ? (before[list.id]?.find(({ key }) => key === held.key) ?? { key: held.key })
        : held;
    });
    return entries === undefined ? [] : [[list.id, entries] as const];
  });
  return Object.fromEntries([...fields.filter(([, value]) => value !== undefined), ...lists]);
}

/** Several changes as one: of what two of them say of a field or an entry, the later stands. */
export const joined = <C extends Wanted>(changes: readonly C[]): C =>
  changes.reduce<C>((all, next) => {
    const lists = DEAL_LISTS.flatMap(({ id }) => {
      const later = next[id] ?? [];
      const kept = (all[id] ?? []).filter(({ key }) => later.every((one) => one.key !== key));
      return kept.length + later.length === 0 ? [] : [[id, [...kept, ...later]] as const];
    });
    return { ...all, ...next, ...Object.fromEntries(lists) };
  }, {} as C);

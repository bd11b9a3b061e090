import { fieldsOf } from '../record/reading';
import type { Resource } from '../record/resource';
import type { Change, ChangeField, EntryChange, EntryHow, Wanted } from './deal';
import { calledIn, heldUnder, isAsWanted, isSameEntry, type Held } from './entries';
import { DEAL_FIELDS, type DealField } from './fields';
import { DEAL_LISTS, isListId, listOf, type DealList, type DealListId } from './lists';
import { KINDS } from './value-kinds';

/** An entry as a field of a change. */
export const entryField = (list: DealListId, key: string): ChangeField => `${list}/${key}`;

/** The list and the key of such a field; undefined: it is a field of the deal, or the stage. */
function entryNamed(field: ChangeField): { readonly id: DealListId; readonly key: string } | undefined {
  const at = field.indexOf('/');
  const id = field.slice(0, Math.max(at, 0));
  return isListId(id) ? { id, key: field.slice(at + 1) } : undefined;
}

const entryIn = (
  change: Wanted,
  { id, key }: { readonly id: DealListId; readonly key: string },
): Held | undefined => change[id]?.find((one) => one.key === key);

/** All that a change says: each field, and each entry of each list. */
export const changedFields = (change: Wanted): ChangeField[] =>
  Object.entries(change).flatMap(([name, value]): ChangeField[] =>
    isListId(name)
      ? (value as readonly Held[]).map(({ key }) => entryField(name, key))
      : [name as ChangeField],
  );

/** Whether all that a change says is written after a deal is won, to its closed record. */
export const isAfterWon = (change: Wanted): boolean =>
  changedFields(change).every((field) => {
    const named = entryNamed(field);
    return named !== undefined && listOf(named.id).afterWon === true;
  });

/** What the changed fields and entries hold in the resource now. */
export function heldBy(
  resource: Resource,
  change: Wanted,
  fields: readonly DealField[] = DEAL_FIELDS,
): Wanted {
  const now = fieldsOf(resource, fields) as Readonly<Record<string, unknown>>;
  const names = Object.keys(change).filter((name) => !isListId(name) && now[name] !== undefined);
  const lists = DEAL_LISTS.flatMap((list) => {
    const entries = change[list.id]?.map(({ key }) => heldUnder(resource, list, key)) ?? [];
    return entries.length === 0 ? [] : [[list.id, entries] as const];
  });
  return Object.fromEntries([...names.map((name) => [name, now[name]] as const), ...lists]);
}

interface Compared {
  readonly done: ChangeField[];
  readonly open: ChangeField[];
  readonly theirs: ChangeField[];
}

interface Sides {
  readonly change: Wanted;
  readonly was: Wanted;
  readonly now: Wanted;
}

/** Where the resource stands with each field and entry of a change: as wanted, as it was, or changed by somebody else. */
export function compare(
  resource: Resource,
  change: Wanted,
  was: Wanted,
  fields: readonly DealField[] = DEAL_FIELDS,
): Compared {
  const result: Compared = { done: [], open: [], theirs: [] };
  const sides = { change, was, now: { ...fieldsOf(resource, fields), ...heldBy(resource, change, fields) } };
  for (const field of changedFields(change)) {
    const entry = entryNamed(field);
    const stand = entry ? standOfEntry(entry, sides) : standOfField(field, sides, fields);
    result[stand].push(field);
  }
  return result;
}

function standOfEntry(
  named: { readonly id: DealListId; readonly key: string },
  { change, was, now }: Sides,
): keyof Compared {
  const list = listOf(named.id);
  const standing = entryIn(now, named)?.entry;
  if (isAsWanted(list, standing, entryIn(change, named)?.entry)) return 'done';
  return isSameEntry(list, standing, entryIn(was, named)?.entry) ? 'open' : 'theirs';
}

function standOfField(name: ChangeField, sides: Sides, fields: readonly DealField[]): keyof Compared {
  const { change, was, now } = sides as Readonly<
    Record<keyof Sides, Readonly<Record<string, string | undefined>>>
  >;
  // The reason is Partner Center's own wording of ours: only the stage decides whether it has arrived.
  if (name === 'reason')
    return now['reason'] === change['reason'] || now['archivedAs'] === change['archivedAs'] ? 'done' : 'open';
  const kind = fields.find(({ id }) => id === name)?.kind ?? 'text';
  if (KINDS[kind].holds(now[name], change[name])) return 'done';
  // What others wrote beside a note is nobody's answer to it.
  return kind === 'notes' || KINDS[kind].holds(now[name], was[name]) ? 'open' : 'theirs';
}

/** The change with only these fields and entries. */
export const pick = <C extends Wanted>(change: C, fields: readonly ChangeField[]): C =>
  Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) => {
      if (!isListId(name)) return fields.includes(name as ChangeField) ? [[name, value] as const] : [];
      const kept = (value as readonly Held[]).filter(({ key }) => fields.includes(entryField(name, key)));
      return kept.length === 0 ? [] : [[name, kept] as const];
    }),
  ) as C;

const howOf = (standing: Held, wanted: Held): EntryHow =>
  wanted.entry === undefined ? 'removed' : standing.entry === undefined ? 'added' : 'changed';

const asChange = (list: DealList, standing: Held, wanted: Held): EntryChange => ({
  ...wanted,
  how: howOf(standing, wanted),
  name: calledIn(list, wanted.entry ?? standing.entry ?? {}),
});

/** What of it differs from what the resource holds, each entry with which change of its list it is. */
export function differing(resource: Resource, wanted: Wanted): Change {
  const { done } = compare(resource, wanted, {});
  const open = pick(
    wanted,
    changedFields(wanted).filter((field) => !done.includes(field)),
  );
  const lists = DEAL_LISTS.flatMap((list) => {
    const entries = open[list.id]?.map((wantedEntry) =>
      asChange(list, heldUnder(resource, list, wantedEntry.key), wantedEntry),
    );
    return entries === undefined ? [] : [[list.id, entries] as const];
  });
  return { ...open, ...Object.fromEntries(lists) } as Change;
}

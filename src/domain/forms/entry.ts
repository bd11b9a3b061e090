import { calledIn, type Entry, type Listed } from '../deal/entries';
import { listOf, type DealList, type DealListId, type PartKind } from '../deal/lists';
import type { Current } from '../record/current';
import type { Answers, Choice, Field, FieldKind } from './form';

const INPUTS: Readonly<Record<PartKind, FieldKind>> = {
  text: 'text',
  email: 'email',
  currency: 'currency',
  decimal: 'money',
  day: 'date',
  flag: 'choice',
};

/** Parts with a rule of their own beside their kind's. */
const BY_NAME: Readonly<Record<string, FieldKind>> = { phone: 'phone', quantity: 'number' };

const LONGEST: Readonly<Partial<Record<FieldKind, number>>> = { email: 254, text: 200 };

/** The parts of an entry as inputs. `parts`: which, in that order; `needed`: those that must be filled in. */
export const entryFields = (
  list: DealList,
  parts: readonly string[],
  needed: readonly string[],
): readonly Field[] =>
  parts.flatMap((id) => {
    const part = list.parts.find((one) => one.id === id);
    if (!part) return [];
    const kind = BY_NAME[id] ?? INPUTS[part.kind];
    return [{ id, kind, required: needed.includes(id), maxLength: LONGEST[kind] ?? 60, more: false }];
  });

/** What was filled in; an empty part is left out. */
export const entryIn = (fields: readonly string[], answers: Answers): Entry =>
  Object.fromEntries(fields.flatMap((id) => (answers[id] ? [[id, answers[id]] as const] : [])));

/** What the record holds of entries: each part by its field (`fields`: which part that is), under what `keyOf` calls the entry. */
export const entryHolds = (
  entries: readonly Listed[],
  keyOf: (entry: Listed) => string,
  fields: Readonly<Record<string, string>>,
): Answers =>
  Object.fromEntries(
    entries.flatMap((one) =>
      Object.entries(fields).map(([field, part]) => [entryKey(keyOf(one), field), one.entry[part] ?? '']),
    ),
  );

export const entryKey = (entry: string, field: string): string => `${entry}/${field}`;

/** An entry of one of these lists to choose: `list/key`. */
export const entryChoices = (current: Current, lists: readonly DealListId[]): readonly Choice[] =>
  lists.flatMap((id) =>
    current.lists[id].map(({ key, entry }) => ({
      value: choiceOf(id, key),
      title: { text: calledIn(listOf(id), entry) },
    })),
  );

/** Choices are joined by commas where there are many: a key has none then. */
export const choiceOf = (id: DealListId, key: string): string => `${id}/${key.replaceAll(',', ' ')}`;

/** The entry that was chosen; undefined: it has gone since. */
export function chosenEntry(
  current: Current,
  lists: readonly DealListId[],
  value: string,
):
  | { readonly list: DealList & { readonly id: DealListId }; readonly key: string; readonly entry: Entry }
  | undefined {
  for (const id of lists) {
    const found = current.lists[id].find(({ key }) => choiceOf(id, key) === value);
    if (found) return { list: { ...listOf(id), id }, ...found };
  }
  return undefined;
}

import { calledIn, type Entry } from '../deal/entries';
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

/** An entry of one of these lists to choose: `list/key`. */
export const entryChoices = (current: Current, lists: readonly DealListId[]): readonly Choice[] =>
  lists.flatMap((id) =>
    current.lists[id].map(({ key, entry }) => ({
      value: choiceOf(id, key),
      title: { text: calledIn(listOf(id), entry) },
    })),
  );

/** Choices are joined by commas where there are many: a key has none then. */
const choiceOf = (id: DealListId, key: string): string => `${id}/${key.replaceAll(',', ' ')}`;

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

import type { Change, EntryChange } from '../../../domain/deal/deal';
import { calledIn, type Entry, type Listed } from '../../../domain/deal/entries';
import { DEAL_LISTS, type DealList, type DealListId } from '../../../domain/deal/lists';
import { entryField } from '../../../domain/deal/compare';
import type { FieldWords } from './field-value';
import { line } from './plain-text';
import type { Reader } from './reader';

/** How much of an entry is said: everybody may read names; addresses and prices are for those who may see them. */
export type EntryDetail = 'name' | 'whole';

/** An entry as people read it; '' for none. */
function entryText(list: DealList, entry: Entry | undefined, detail: EntryDetail): string {
  if (entry === undefined) return '';
  const name = calledIn(list, entry);
  const rest = list.parts.filter(({ id }) => !list.namedBy.includes(id)).map(({ id }) => entry[id] ?? '');
  return line([name, ...(detail === 'whole' ? rest : [])].filter(Boolean).join(', '), 400);
}

const entriesIn = (change: Change): readonly (readonly [DealList & { id: DealListId }, EntryChange])[] =>
  DEAL_LISTS.flatMap((list) => (change[list.id] ?? []).map((entry) => [list, entry] as const));

/** "Colleague added: Ana Ruiz": the entries of a change. */
export const entryWords = (reader: Reader, change: Change, detail: EntryDetail): FieldWords[] =>
  entriesIn(change).map(([list, { key, how, name, entry }]) => ({
    field: entryField(list.id, key),
    label: reader.say(`fields.${list.id}.${how}`),
    value: entryText(list, entry, detail) || line(name, 400),
  }));

/** The entries of a change as somebody wanted them, beside what stands there. */
export const entrySides = (
  reader: Reader,
  change: Change,
  lists: Readonly<Record<DealListId, readonly Listed[]>>,
  detail: EntryDetail,
): { readonly label: string; readonly yours: string; readonly theirs: string }[] =>
  entriesIn(change).map(([list, { key, how, entry }]) => ({
    label: reader.say(`fields.${list.id}.${how}`),
    yours: entryText(list, entry, detail),
    theirs: entryText(list, lists[list.id].find((one) => one.key === key)?.entry, detail),
  }));

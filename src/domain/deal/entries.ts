import type { Resource } from '../record/resource';
import { defined } from '../record/values';
import { DEAL_LISTS, type DealList, type DealListId, type EntryPart, type PartKind } from './lists';
import { putAt, standingAt } from './place';
import { KINDS } from './value-kinds';

/** One entry of a list, part by part, as text; a part that it does not have is left out, and `''` in a change clears it. */
export type Entry = Readonly<Record<string, string>>;

/** An entry as it stands in a list, with the key by which changes name it. */
export interface Listed {
  readonly key: string;
  readonly entry: Entry;
}

/** What stands, or is to stand, under a key; without an entry: nothing. */
export interface Held {
  readonly key: string;
  readonly entry?: Entry;
}

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const small = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

const PART_KINDS: Readonly<Record<PartKind, Pick<(typeof KINDS)['text'], 'read' | 'write' | 'holds'>>> = {
  day: KINDS.day,
  flag: KINDS.flag,
  text: KINDS.text,
  // Who keeps addresses may write them in small letters.
  email: { ...KINDS.text, holds: (standing, wanted) => small(standing) === small(wanted) },
  currency: KINDS.currency,
  decimal: KINDS.money,
};

const readPart = (raw: Raw, { at, kind }: EntryPart): string | undefined => {
  const value = standingAt(raw, at);
  return PART_KINDS[kind].read(typeof value === 'number' && kind !== 'decimal' ? String(value) : value);
};

const readEntry = ({ parts }: DealList, raw: Raw): Entry =>
  defined(Object.fromEntries(parts.map((part) => [part.id, readPart(raw, part)]))) as Entry;

/** By what an entry is known in its list: an address, a phone or a name, in small letters; '' when it has none of these. */
export function keyOf({ knownBy }: Pick<DealList, 'knownBy'>, entry: Entry): string {
  const keys = knownBy.map((parts) => parts.map((part) => small(entry[part])).join(' '));
  return keys.map((key) => key.trim()).find((key) => key !== '') ?? '';
}

/** The same of an entry as the record has it; one without any of these is known by all that it holds. */
export const keyIn = (list: DealList, raw: unknown): string =>
  (isRaw(raw) ? keyOf(list, readEntry(list, raw)) : '') || JSON.stringify(raw);

/** What an entry is called: a person's names, a solution's; else what it is known by. */
export const calledIn = (list: Pick<DealList, 'namedBy' | 'knownBy'>, entry: Entry): string =>
  list.namedBy
    .map((part) => entry[part] ?? '')
    .filter((text) => text !== '')
    .join(' ') || keyOf(list, entry);

const rawEntries = (resource: Resource, { at }: Pick<DealList, 'at'>): readonly Raw[] => {
  const standing = standingAt(resource, at);
  return Array.isArray(standing) ? standing.filter(isRaw) : [];
};

/** The entries of a list that can be changed here. What has no name, number or address stands in the record alone. */
export const entriesOf = (resource: Resource, list: DealList): readonly Listed[] =>
  rawEntries(resource, list)
    .map((raw) => readEntry(list, raw))
    .map((entry) => ({ key: keyOf(list, entry), entry }))
    .filter(({ key }) => key !== '');

/** All lists of a record. */
export const listsOf = (resource: Resource): Readonly<Record<DealListId, readonly Listed[]>> =>
  Object.fromEntries(DEAL_LISTS.map((list) => [list.id, entriesOf(resource, list)])) as Record<
    DealListId,
    readonly Listed[]
  >;

/** What stands under a key. Two entries with one key are one: the first. */
export function heldUnder(resource: Resource, list: DealList, key: string): Held {
  return entriesOf(resource, list).find((one) => one.key === key) ?? { key };
}

/** Whether what stands is what is wanted: gone, or with each part that is named. */
export function isAsWanted(
  { parts }: DealList,
  standing: Entry | undefined,
  wanted: Entry | undefined,
): boolean {
  if (standing === undefined || wanted === undefined) return standing === wanted;
  return parts.every(
    ({ id, kind }) => wanted[id] === undefined || PART_KINDS[kind].holds(standing[id], wanted[id]),
  );
}

/** Whether two entries say the same, in every part. */
export const isSameEntry = (list: DealList, one: Entry | undefined, other: Entry | undefined): boolean =>
  isAsWanted(list, one, other) && isAsWanted(list, other, one);

/** An entry as the record has it: what is not known here of the one that stood there is kept. */
const written = ({ parts }: DealList, standing: Raw, entry: Entry): Raw =>
  parts.reduce((next, { id, at, kind }) => {
    const text = entry[id];
    return text === undefined
      ? next
      : putAt(next, at, PART_KINDS[kind].write(text, standingAt(next, at), 'UTC'));
  }, standing);

/** The record's list with these entries as they are to stand; new ones come last. */
export function rawWith(resource: Resource, list: DealList, changes: readonly Held[]): readonly Raw[] {
  return changes.reduce(
    (raw, { key, entry }) => {
      const isIt = (one: Raw): boolean => keyOf(list, readEntry(list, one)) === key;
      if (entry === undefined) return raw.filter((one) => !isIt(one));
      const at = raw.findIndex(isIt);
      return at < 0
        ? [...raw, written(list, {}, entry)]
        : raw.map((one, index) => (index === at ? written(list, one, entry) : one));
    },
    rawEntries(resource, list),
  );
}

export const putEntries = (resource: Resource, list: DealList, changes: readonly Held[]): Resource =>
  putAt(resource, list.at, rawWith(resource, list, changes));

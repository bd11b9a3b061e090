import { listOf, MOST_ENTRIES } from '../deal/lists';
import { standingAt, type At } from '../deal/place';
import type { Resource } from '../record/resource';
import { filled } from '../record/values';
import { joinParts, splitParts } from './parts';

/** Columns that hold one entry of a list each, its parts in one cell: `Solution 1` to `Solution 50`. */
export interface ListColumns {
  /** Without its number. */
  readonly title: string;
  readonly at: At;
  readonly parts: readonly { readonly name: string; readonly isNumber?: true }[];
}

const text = (name: string) => ({ name });
const number = (name: string) => ({ name, isNumber: true as const });

/** "`id, currency, price, quantity`" and "`first, last, phone, email`" (bulk-operations page). */
export const LIST_COLUMNS: readonly ListColumns[] = [
  {
    title: 'Solution',
    at: listOf('solutions').at,
    parts: [text('id'), text('currency'), number('price'), number('quantity')],
  },
  {
    title: 'Team member',
    at: listOf('colleagues').at,
    parts: [text('firstName'), text('lastName'), text('phoneNumber'), text('email')],
  },
];

export const MOST_COLUMNS = MOST_ENTRIES;

type Raw = Readonly<Record<string, unknown>>;

const rawList = ({ at }: ListColumns, resource: Resource): readonly Raw[] => {
  const list = standingAt(resource, at);
  return Array.isArray(list) ? (list as readonly Raw[]) : [];
};

const cellOf = ({ parts }: ListColumns, entry: Raw): string =>
  joinParts(
    parts.map(({ name }) => {
      // A solution that has no id is known by its name.
      const raw = entry[name] ?? (name === 'id' ? entry['name'] : undefined);
      return filled(typeof raw === 'number' ? String(raw) : raw) ?? '';
    }),
  );

/** The cells of a resource's list, as many as there are columns for at most. */
export const listCells = (list: ListColumns, resource: Resource): readonly string[] =>
  rawList(list, resource)
    .slice(0, MOST_COLUMNS)
    .map((entry) => cellOf(list, entry));

const NUMBER = /^\d{1,12}(?:\.\d{1,4})?$/;

/** Why a cell is no entry of its list: it has more parts, or words where a number belongs; undefined: it is one. */
export function entryProblem(
  { parts }: ListColumns,
  cell: string,
): 'too-many-parts' | 'not-a-number' | undefined {
  const given = splitParts(cell);
  if (given.length > parts.length) return 'too-many-parts';
  const wrong = parts.some(({ isNumber }, at) => isNumber && given[at] && !NUMBER.test(given[at]));
  return wrong ? 'not-a-number' : undefined;
}

/** The list as its cells say; an entry that stands there already is kept with all that it has. */
export function withCells(list: ListColumns, resource: Resource, cells: readonly string[]): readonly Raw[] {
  const standing = rawList(list, resource);
  const given = cells.filter((cell) => cell !== '');
  const kept = (cell: string): Raw | undefined => standing.find((entry) => cellOf(list, entry) === cell);
  return [...given.map((cell) => kept(cell) ?? entryOf(list, cell)), ...standing.slice(MOST_COLUMNS)];
}

function entryOf({ parts }: ListColumns, cell: string): Raw {
  const given = splitParts(cell);
  return Object.fromEntries(
    parts.flatMap(({ name, isNumber }, at) => {
      const value = given[at] ?? '';
      return value === '' ? [] : [[name, isNumber ? Number(value) : value] as const];
    }),
  );
}

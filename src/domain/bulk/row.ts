import { putAt } from '../deal/place';
import { checkField } from '../forms/field-rules';
import type { ProblemKey } from '../forms/form';
import type { Resource } from '../record/resource';
import { filled, isoOf } from '../record/values';
import type { Column } from './columns';
import { dayIn } from './days';
import type { Header } from './header';
import { entryProblem, listCells, withCells } from './lists';

/** Those of a file alone; all others are a form's, too. */
export const BULK_PROBLEMS = [
  ...(['one-of', 'fixed', 'too-many-parts', 'too-wide', 'not-an-id'] as const),
  ...(['not-together', 'too-large-row', 'same-id', 'same-deal'] as const),
] as const;

/** What is wrong with a cell: a key under `problems` or `bulk.problems` in the strings. */
export interface CellProblem {
  readonly column: string;
  readonly key: ProblemKey | (typeof BULK_PROBLEMS)[number];
  readonly params?: Readonly<Record<string, string>>;
}

/** What a row is read with. `standing`: what people see of the referral it is about, and what was brought of it before; absent: it is new. */
export interface RowFacts {
  readonly standing?: { readonly seen: Resource; readonly record: Resource };
  /** Of what is new. */
  readonly id: string;
  /** Business time, ms UTC, and the day that it is. */
  readonly now: number;
  readonly today: string;
}

export type RowRead = { readonly resource: Resource } | { readonly problems: readonly CellProblem[] };

/** One referral may have so many characters of JSON: what the intake takes (docs/api.md). */
const MOST_RESOURCE = 65_536;

const plain = (cell: string): string => cell.replaceAll('\r\n', '\n').trim();

/** A cell that is empty changes nothing, nor does one that says what stands there. */
export function readRow(header: Header, cells: readonly string[], facts: RowFacts): RowRead {
  const at = (cell: number): string => plain(cells[cell] ?? '');
  const begin = { resource: facts.standing?.record ?? newResource(header, at, facts), problems: [] };
  const single = readColumns(header, at, facts, begin);
  const { resource, problems } = readLists(header, at, facts, single);
  const whole = stageWhole(resource, facts);
  const wide = cells.slice(header.width).some((cell) => plain(cell) !== '');
  const all: readonly CellProblem[] = [
    ...(wide ? [{ column: '', key: 'too-wide' as const, params: { count: String(header.width) } }] : []),
    ...problems,
    ...together(whole, facts),
  ];
  return all.length > 0 ? { problems: all } : { resource: begun(whole, facts) };
}

/** A row as far as it has been read. */
interface Reading {
  readonly resource: Resource;
  readonly problems: readonly CellProblem[];
}
type CellAt = (cell: number) => string;

function readColumns({ columns }: Header, at: CellAt, facts: RowFacts, begin: Reading): Reading {
  const currency = columns.find(({ column }) => column.kind === 'currency');
  const context = { today: facts.today, ...(currency ? currencyIn(at(currency.cell)) : {}) };
  return columns.reduce<Reading>(({ resource, problems }, { column, cell }) => {
    const judged = judge(column, at(cell), facts, context);
    if (!judged) return { resource, problems };
    if ('key' in judged) return { resource, problems: [...problems, { column: column.title, ...judged }] };
    return { resource: putAt(resource, column.at, column.write(judged.value, resource)), problems };
  }, begin);
}

function readLists({ lists }: Header, at: CellAt, { standing }: RowFacts, begin: Reading): Reading {
  return lists.reduce<Reading>(({ resource, problems }, { list, cells }) => {
    const given = cells.map(at);
    const stands = standing ? listCells(list, standing.seen) : [];
    if (given.every((cell) => cell === '') || same(given, stands)) return { resource, problems };
    const wrong = given.flatMap((cell, index): CellProblem[] => {
      const key = entryProblem(list, cell);
      return key ? [{ column: `${list.title} ${String(index + 1)}`, key }] : [];
    });
    if (wrong.length > 0) return { resource, problems: [...problems, ...wrong] };
    return {
      resource: putAt(resource, list.at, withCells(list, standing?.seen ?? resource, given)),
      problems,
    };
  }, begin);
}

/** Who makes a deal by a file "enters New and Accepted" (bulk-operations page): it is accepted then. */
function begun(resource: Resource, { standing, now }: RowFacts): Resource {
  const isMade = !standing && resource.status === 'New' && resource.substatus === 'Accepted';
  return isMade ? { ...resource, status: 'Active', acceptedDateTime: isoOf(now) } : resource;
}

const currencyIn = (cell: string) => (/^[A-Za-z]{3}$/.test(cell) ? { currency: cell.toUpperCase() } : {});

const same = (given: readonly string[], standing: readonly string[]): boolean =>
  given.filter((cell) => cell !== '').join('\n') === standing.map(plain).join('\n');

const closed = (word: string): string => word.toLowerCase().replace(/\s/g, '');

const withoutPercent = (cell: string): string => (cell.endsWith('%') ? cell.slice(0, -1).trimEnd() : cell);

/** Undefined: it changes nothing. */
function judge(
  column: Column,
  cell: string,
  { standing }: RowFacts,
  context: Parameters<typeof checkField>[2],
): { readonly value: string } | Omit<CellProblem, 'column'> | undefined {
  const stands = standing ? plain(column.read(standing.seen)) : '';
  if (cell === '') return column.required && !standing ? { key: 'required' } : undefined;
  if (cell === stands) return undefined;
  if (column.fixed && stands !== '') return { key: 'fixed', params: { stands: stands.slice(0, 100) } };
  const { choices } = column;
  const said = column.kind === 'date' ? dayIn(cell) : column.choices ? withoutPercent(cell) : cell;
  if (choices) {
    const chosen = choices.find((one) => closed(one) === closed(said));
    return chosen === undefined
      ? { key: 'one-of', params: { choices: choices.join(', ') } }
      : { value: chosen };
  }
  const { title: id, kind, maxLength } = column;
  const checked = checkField(
    { id, kind, maxLength, required: false, more: false, past: true },
    said,
    context,
  );
  return 'value' in checked ? checked : checked.problem;
}

const isMoved = (resource: Resource, { standing }: RowFacts): boolean =>
  resource.status !== standing?.record.status || resource.substatus !== standing?.record.substatus;

/** A row that changes one word of a status leaves the other as people see it. */
function stageWhole(resource: Resource, facts: RowFacts): Resource {
  const { standing } = facts;
  if (!standing || !isMoved(resource, facts)) return resource;
  const { seen, record } = standing;
  return {
    ...resource,
    status: resource.status === record.status ? seen.status : resource.status,
    substatus: resource.substatus === record.substatus ? seen.substatus : resource.substatus,
  } as Resource;
}

const SUBSTATUS: Readonly<Record<string, readonly string[]>> = {
  New: ['Pending', 'Received'],
  Active: ['Accepted', 'Engaged'],
  Closed: ['Won', 'Lost', 'Declined', 'Expired'],
};

const MADE: typeof SUBSTATUS = { New: ['Pending', 'Received', 'Accepted'] };

/** What cells say together. */
function together(resource: Resource, facts: RowFacts): CellProblem[] {
  const { standing } = facts;
  const status = filled(resource.status) ?? '';
  const moved = isMoved(resource, facts);
  const choices = standing ? SUBSTATUS[status] : (MADE[status] ?? SUBSTATUS[status]);
  const fits = !choices || choices.includes(filled(resource.substatus) ?? '');
  return [
    ...(moved && !fits
      ? [
          {
            column: 'Partner Referral Substatus',
            key: 'not-together' as const,
            params: { status, choices: choices.join(', ') },
          },
        ]
      : []),
    ...(JSON.stringify(resource).length > MOST_RESOURCE
      ? [{ column: '', key: 'too-large-row' as const }]
      : []),
  ];
}

/** Says a row how a deal is shared, it is one of one's own; else nothing is claimed of where it comes from. */
function newResource(header: Header, at: (cell: number) => string, { id, now }: RowFacts): Resource {
  const isOwn = header.columns.some(({ column, cell }) => column.choices?.[0] === 'Yes' && at(cell) !== '');
  return {
    id,
    createdDateTime: isoOf(now),
    ...{ status: 'New', substatus: 'Pending' },
    ...(isOwn && { type: 'Independent', qualification: 'SalesQualified', direction: 'Outgoing' }),
    customerProfile: { name: '' },
  };
}

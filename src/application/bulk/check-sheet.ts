import { readHeader, type Header } from '../../domain/bulk/header';
import { readRow, type CellProblem, type RowFacts } from '../../domain/bulk/row';
import { dayIn } from '../../domain/record/dates';
import type { Resource } from '../../domain/record/resource';
import { seenResource } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import { accountsOf } from '../../domain/referral/seen-in';
import { step } from '../../domain/referral/step';
import { factsFor } from '../living/step-referral';
import type { World } from '../ports/world';
import { knownRecord } from '../receive/known-record';
import type { BulkCounts, FileProblem, RowProblem, Sheet } from './sheet';

const MOST_ROWS = 1_000;
/** Far above the layout's, with fifty of each list. */
const MOST_TITLES = 1_000;
const AT_ONCE = 50;
const ID = /^[A-Za-z0-9._:-]{1,100}$/;

/** One row that would be taken in, and what would come of it. */
export interface PlannedRow {
  readonly resource: Resource;
  readonly does: 'created' | 'updated' | 'unchanged' | 'there';
  readonly kept: number;
}

export type CheckedSheet =
  | { readonly kind: 'no-file'; readonly problem: FileProblem }
  | { readonly kind: 'wrong'; readonly problems: readonly RowProblem[]; readonly unknown: readonly string[] }
  | {
      readonly kind: 'sound';
      readonly rows: readonly PlannedRow[];
      readonly counts: BulkCounts;
      readonly unknown: readonly string[];
    };

/** Reads all rows of a file and tells what each would do; nothing is stored. */
export async function checkSheet(world: World, sheet: Sheet): Promise<CheckedSheet> {
  const [titles = [], ...below] = sheet.rows;
  if (titles.length > MOST_TITLES) return { kind: 'no-file', problem: { why: 'not-the-layout' } };
  const header = readHeader(titles);
  const filled = below
    .map((cells, at) => ({ cells, row: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const problem = fileProblem(header, filled.length);
  if (problem) return { kind: 'no-file', problem };
  const known = knownBefore(header, sheet);
  const problems: RowProblem[] = [];
  const rows: PlannedRow[] = [];
  for (let from = 0; from < filled.length; from += AT_ONCE) {
    const part = filled.slice(from, from + AT_ONCE);
    const planned = await Promise.all(part.map(({ cells }) => plan(world, header, cells, sheet)));
    for (const [at, { cells, row }] of part.entries()) {
      const one = planned[at];
      const twice = known(cells, row);
      const wrong = one && 'problems' in one ? one.problems : twice ? [twice] : [];
      problems.push(...wrong.map((found) => ({ ...found, row })));
      if (one && 'does' in one) rows.push(one);
    }
  }
  const { unknown } = header;
  return problems.length > 0
    ? { kind: 'wrong', problems, unknown }
    : { kind: 'sound', rows, counts: countsOf(rows), unknown };
}

function fileProblem({ columns, twice }: Header, rows: number): FileProblem | undefined {
  const identifies = columns.some(({ column }) => column.required ?? column.at[0] === 'id');
  if (!identifies) return { why: 'not-the-layout' };
  if (twice.length > 0) return { why: 'columns-twice', columns: twice.slice(0, 10).join(', ') };
  if (rows === 0) return { why: 'no-rows' };
  return rows > MOST_ROWS ? { why: 'too-many-rows' } : undefined;
}

const cellAt = ({ columns }: Header, cells: readonly string[], title: string): string => {
  const cell = columns.find(({ column }) => column.title === title)?.cell;
  return cell === undefined ? '' : (cells[cell] ?? '').trim();
};

const idIn = (header: Header, cells: readonly string[]): string => cellAt(header, cells, 'Referral ID');

/** What a deal without an id is known by, so that a file that comes again does not make it again. */
function idOf(header: Header, cells: readonly string[], { hash }: Sheet): string {
  const named = ['Customer Name', 'Deal Name', 'CRM ID'].map((title) => cellAt(header, cells, title));
  return `csv-${hash(JSON.stringify(named).toLowerCase()).slice(0, 32)}`;
}

/** Two rows of one file about the same referral. */
function knownBefore(header: Header, sheet: Sheet) {
  const first = new Map<string, number>();
  return (cells: readonly string[], row: number): CellProblem | undefined => {
    const given = idIn(header, cells);
    const id = given || idOf(header, cells, sheet);
    const before = first.get(id);
    first.set(id, before ?? row);
    if (before === undefined) return undefined;
    const params = { row: String(before) };
    return given === ''
      ? { column: 'Deal Name', key: 'same-deal', params }
      : { column: 'Referral ID', key: 'same-id', params };
  };
}

async function plan(
  world: World,
  header: Header,
  cells: readonly string[],
  sheet: Sheet,
): Promise<PlannedRow | { readonly problems: readonly CellProblem[] }> {
  const given = idIn(header, cells);
  if (given !== '' && !ID.test(given)) return { problems: [{ column: 'Referral ID', key: 'not-an-id' }] };
  const id = given || idOf(header, cells, sheet);
  const found = await knownRecord(world, id);
  const now = world.clock.now();
  const facts: RowFacts = {
    id,
    now,
    today: dayIn(now, world.settings.zone),
    ...(found && { standing: { seen: seenResource(found), record: brought(found) } }),
  };
  const read = readRow(header, cells, facts);
  if ('problems' in read) return read;
  const { resource } = read;
  if (!found) return { resource, does: 'created', kept: 0 };
  return { resource, ...(await wouldDo(world, found, resource)) };
}

/** What the intake has brought of it: what a file changes is the difference to that, and what people changed since stands. */
const brought = ({ intake, observed }: Referral): Resource => intake ?? observed;

/** The same step as when it is taken in, and nothing of it is kept. */
async function wouldDo(
  world: World,
  referral: Referral,
  resource: Resource,
): Promise<Pick<PlannedRow, 'does' | 'kept'>> {
  if (resource === brought(referral)) return { does: 'unchanged', kept: 0 };
  if (referral.truth === 'partner-center') return { does: 'there', kept: 0 };
  const facts = await factsFor(world, accountsOf(referral), referral.own.desk);
  const { outcome } = step(referral, { kind: 'intake', resource }, facts);
  const { kept = [] } = outcome as { readonly kept?: readonly string[] };
  return { does: outcome.kind === 'updated' ? 'updated' : 'unchanged', kept: kept.length };
}

function countsOf(rows: readonly PlannedRow[]): BulkCounts {
  const of = (what: PlannedRow['does']): number => rows.filter(({ does }) => does === what).length;
  return {
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    there: of('there'),
    kept: rows.reduce((sum, { kept }) => sum + kept, 0),
  };
}

import { z } from 'zod/v4';
import { SOLUTION_ASSESSMENT } from '../domain/deal/lists';
import { OWN, type KnownSolution } from '../domain/deal/solution';
import { readCsv } from '../platform/csv';

/** More of them nobody searches through, and no process needs to hold. */
const MOST = 5_000;
/** So many problems are told; who mends those sees the next. */
const MOST_TOLD = 10;

/** What people call a solution's type, without marks, and what the record has (partner-center.md §2.4, §7). */
const TYPES: Readonly<Record<string, string>> = {
  own: OWN,
  ours: OWN,
  partnersown: OWN,
  ownsolution: OWN,
  microsoft: '1P',
  '1p': '1P',
  firstparty: '1P',
  thirdparty: '3P',
  '3p': '3P',
  anotherpartner: '3P',
  anotherpartners: '3P',
  solutionassessment: SOLUTION_ASSESSMENT.value,
  assessment: SOLUTION_ASSESSMENT.value,
};

const typeOf = (text: string): string | undefined => {
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(TYPES, word) ? TYPES[word] : undefined;
};

const MUST_BE = "must be one of: Partner's own, Microsoft, third-party, solution assessment";
const isPrintable = (value: string): boolean => !/\p{Cc}/u.test(value);

const text = (most: number) =>
  z
    .string('must be a text')
    .trim()
    .max(most, `must have at most ${most} characters`)
    .refine(isPrintable, 'must be one line');

const row = z
  .object({
    id: text(100)
      .regex(/^[\w.-]*$/, 'must be letters, digits, "-", "_" and "."')
      .nullish(),
    name: text(200).min(1, 'must not be empty'),
    type: z.string(MUST_BE).transform((value, context) => {
      const type = typeOf(value);
      if (type === undefined) context.addIssue(MUST_BE);
      return type ?? OWN;
    }),
  })
  .transform(({ id, name, type }): KnownSolution => ({
    name,
    ...(id ? { id } : {}),
    ...(type === OWN ? {} : { solutionType: type }),
  }));

/** A row as the file has it, and its number there, as a spreadsheet or an editor counts. */
interface Row {
  readonly number: number;
  readonly value: unknown;
}

type Rows = { readonly rows: readonly Row[] } | { readonly problem: string };

const COLUMNS = ['id', 'name', 'type'] as const;

function csvRows(content: string): Rows {
  const read = readCsv(Buffer.from(content));
  if ('problem' in read && read.problem !== 'empty')
    return { problem: 'cannot be read as CSV: a quotation mark is not closed, or stands where none may' };
  const [head = [], ...below] = 'rows' in read ? read.rows : [];
  const names = head.map((name) => name.trim().toLowerCase());
  const lacks = COLUMNS.find((column) => column !== 'id' && !names.includes(column));
  if (lacks !== undefined)
    return { problem: `row 1 must name the columns id, name and type: there is no "${lacks}"` };
  const named = COLUMNS.filter((column) => names.includes(column));
  const rows = below.map((cells, at) => ({
    number: at + 2,
    isBlank: cells.every((cell) => cell.trim() === ''),
    value: Object.fromEntries(named.map((column) => [column, cells[names.indexOf(column)] ?? ''])),
  }));
  return { rows: rows.filter(({ isBlank }) => !isBlank) };
}

function jsonRows(content: string): Rows {
  const all: unknown = JSON.parse(content);
  if (!Array.isArray(all)) return { problem: 'must be a list: [{"id":"…","name":"…","type":"…"}]' };
  return { rows: all.map((value: unknown, at) => ({ number: at + 1, value })) };
}

const isJson = (content: string): boolean => /^\uFEFF?\s*[[{]/.test(content);

/** JSON if it begins as that, else CSV. */
function rowsOf(content: string): Rows {
  if (!isJson(content)) return csvRows(content);
  try {
    return jsonRows(content.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'cannot be read as JSON: a comma, bracket or quotation mark is missing or too many' };
  }
}

/** By what no two rows may be the same. */
const keyOf = ({ id, name, solutionType = OWN }: KnownSolution): string =>
  id === undefined ? `${solutionType} ${name.toLowerCase()}` : `id ${id.toLowerCase()}`;

/**
 * The solutions of the file that SOLUTIONS_CATALOGUE names: a JSON list of objects, or CSV with a first row of names; `id` may be
 * empty. What is wrong is told with its row and column, and nothing of its content.
 */
export function readCatalogue(
  content: string,
): { readonly solutions: readonly KnownSolution[] } | { readonly problems: readonly string[] } {
  const found = rowsOf(content);
  if ('problem' in found) return { problems: [found.problem] };
  const { rows } = found;
  if (rows.length === 0) return { problems: ['must name at least one solution'] };
  if (rows.length > MOST) return { problems: [`must have at most ${MOST} solutions`] };
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const solutions = rows.flatMap(({ number, value }) => {
    const { data, error } = row.safeParse(value);
    if (!data) {
      problems.push(
        ...error.issues.map((issue) => `row ${number}, ${columnOf(issue.path)}: ${issue.message}`),
      );
      return [];
    }
    const before = seen.get(keyOf(data));
    if (before === undefined) {
      seen.set(keyOf(data), number);
      return [data];
    }
    problems.push(
      `row ${number}, column ${data.id === undefined ? 'name' : 'id'}: is the same as in row ${before}`,
    );
    return [];
  });
  return problems.length === 0 ? { solutions } : { problems: few(problems) };
}

const columnOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'all columns' : `column ${path.map(String).join('.')}`;

const few = (problems: readonly string[]): readonly string[] =>
  problems.length <= MOST_TOLD
    ? problems
    : [...problems.slice(0, MOST_TOLD), `and ${problems.length - MOST_TOLD} more like these`];

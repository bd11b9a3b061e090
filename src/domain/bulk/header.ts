import { COLUMNS, type Column } from './columns';
import { LAYOUT } from './layout';
import { LIST_COLUMNS, MOST_COLUMNS, type ListColumns } from './lists';

/** Which cell of each row holds what. */
export interface Header {
  readonly columns: readonly { readonly column: Column; readonly cell: number }[];
  /** Of each list its cells, in the order of their numbers. */
  readonly lists: readonly { readonly list: ListColumns; readonly cells: readonly number[] }[];
  /** What nobody knows, as it is called there. */
  readonly unknown: readonly string[];
  readonly width: number;
  /** Titles that stand there more than once. */
  readonly twice: readonly string[];
}

/** "Country", "customer country" and "Customer Country " are one column. */
const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^\s*customer(?! name)/, '')
    .replace(/[^a-z0-9]/g, '');

const NUMBERED = LIST_COLUMNS.map((list) => ({
  list,
  titles: new Map(
    [...Array(MOST_COLUMNS).keys()].map((at) => [plain(`${list.title} ${String(at + 1)}`), at] as const),
  ),
}));
const KNOWN = new Map(COLUMNS.map((column) => [plain(column.title), column]));
/** Partner Center's own, or what can only be set there: left out, and not called unknown. */
const LEFT_OUT = new Set(LAYOUT.map(plain));

const isNumbered = (title: string): boolean => NUMBERED.some(({ titles }) => titles.has(title));

/** What a file's first row says. */
export function readHeader(titles: readonly string[]): Header {
  const all = titles.map(plain);
  const known = (title: string): boolean => KNOWN.has(title) || LEFT_OUT.has(title) || isNumbered(title);
  return {
    columns: all.flatMap((title, cell) => {
      const column = KNOWN.get(title);
      return column ? [{ column, cell }] : [];
    }),
    lists: NUMBERED.map(({ list, titles: numbers }) => ({
      list,
      cells: all
        .flatMap((title, cell) => {
          const number = numbers.get(title);
          return number === undefined ? [] : [{ number, cell }];
        })
        .sort((one, other) => one.number - other.number)
        .map(({ cell }) => cell),
    })).filter(({ cells }) => cells.length > 0),
    unknown: titles.filter((title, at) => title.trim() !== '' && !known(all[at] ?? '')),
    width: titles.length,
    twice: titles.filter((_, at) => known(all[at] ?? '') && all.indexOf(all[at] ?? '') < at),
  };
}

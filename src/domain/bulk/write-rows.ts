import type { Resource } from '../record/resource';
import { COLUMNS } from './columns';
import { LAYOUT } from './layout';
import { LIST_COLUMNS, listCells } from './lists';

const SINGLE = new Map(COLUMNS.map((column) => [column.title, column]));
const LISTS = new Map(LIST_COLUMNS.map((list) => [`${list.title} #`, list]));

/** Referrals as rows of the bulk file, its titles first. What the desk does not know of a column is left empty. */
export function writeRows(resources: readonly Resource[]): readonly (readonly string[])[] {
  const groups = LAYOUT.map((title): readonly (readonly string[])[] => {
    const list = LISTS.get(title);
    if (!list) {
      const column = SINGLE.get(title);
      return [[title], ...resources.map((resource) => [column?.read(resource) ?? ''])];
    }
    const cells = resources.map((resource) => listCells(list, resource));
    const width = Math.max(1, ...cells.map(({ length }) => length));
    const numbers = [...Array(width).keys()];
    return [
      numbers.map((at) => `${list.title} ${String(at + 1)}`),
      ...cells.map((own) => numbers.map((at) => own[at] ?? '')),
    ];
  });
  return [...Array(resources.length + 1).keys()].map((row) => groups.flatMap((group) => group[row] ?? []));
}

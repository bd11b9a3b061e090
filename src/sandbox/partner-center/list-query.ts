import type { Resource } from '../../domain/resource';
import { readFilter } from './filter';
import { ticksOf } from './stamps';

/** "The server's page is about 100" (get-a-list-of-referrals page). */
const PAGE = 100;
const OPTIONS = ['$filter', '$orderby', '$top', '$select', '$skiptoken'];
const ORDERS = /^(createdDateTime|updatedDateTime)(?:\s+(asc|desc))?$/;

export interface ListPage {
  readonly '@odata.context': string;
  readonly '@odata.count': number;
  readonly value: readonly object[];
  readonly '@odata.nextLink'?: string;
}

/** Where the next page begins, and how many `$top` still allows. */
interface Mark {
  readonly ticks: string;
  readonly id: string;
  readonly left: number | null;
}

interface Sorted {
  readonly ticks: bigint;
  readonly resource: Resource;
}

/** One page of the list, or in words what is wrong with the query. `url`: of the list itself, for the link onwards. */
export function listPage(all: readonly Resource[], query: URLSearchParams, url: string): ListPage | string {
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !OPTIONS.includes(name));
  if (unknown !== undefined) return `The query option ${unknown} is not supported.`;
  const test = readFilter(query.get('$filter') ?? "status ne ''");
  if (typeof test === 'string') return test;
  const order = ORDERS.exec((query.get('$orderby') ?? 'createdDateTime desc').trim());
  if (!order) return 'The list can be ordered by createdDateTime or updatedDateTime.';
  const top = query.get('$top');
  if (top !== null && !/^\d{1,9}$/.test(top)) return '$top must be a whole number.';
  const token = query.get('$skiptoken');
  const mark = token === null ? undefined : readMark(token);
  if (token !== null && mark === undefined) return 'The $skiptoken is not valid.';
  const matches = all.filter(test);
  const rows = sorted(matches, order[1] as 'createdDateTime' | 'updatedDateTime', order[2] === 'desc' ? -1 : 1);
  const rest = mark === undefined ? rows : rows.slice(rows.findIndex((row) => isAfter(row, mark, order[2] === 'desc' ? -1 : 1)));
  const open = mark !== undefined && !rows.some((row) => isAfter(row, mark, order[2] === 'desc' ? -1 : 1)) ? [] : rest;
  const left = mark?.left ?? (top === null ? null : Number(top));
  return pageOf(open, left, { count: matches.length, query, url });
}

function sorted(list: readonly Resource[], by: 'createdDateTime' | 'updatedDateTime', direction: 1 | -1): Sorted[] {
  const rows = list.map((resource) => ({ resource, ticks: ticksOf(resource[by]) ?? 0n }));
  return rows.sort((a, b) => direction * compare(a, { ticks: b.ticks, id: b.resource.id }));
}

function compare(row: Sorted, other: { readonly ticks: bigint; readonly id: string }): number {
  if (row.ticks !== other.ticks) return row.ticks < other.ticks ? -1 : 1;
  return row.resource.id < other.id ? -1 : row.resource.id > other.id ? 1 : 0;
}

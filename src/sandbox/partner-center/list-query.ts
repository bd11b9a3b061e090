import type { Resource } from '../../domain/record/resource';
import { readFilter, type Test } from './filter';
import { ticksOf } from './stamps';

/** "The server's page is about 100" (get-a-list-of-referrals page). */
const PAGE = 100;
const OPTIONS = ['$filter', '$orderby', '$top', '$select', '$skiptoken'];

export interface ListPage {
  readonly '@odata.context': string;
  readonly '@odata.count': number;
  readonly value: readonly object[];
  readonly '@odata.nextLink'?: string;
}

/** Where a row stands in the list's order. */
interface Position {
  readonly ticks: bigint;
  readonly id: string;
}

interface Query {
  readonly test: Test;
  readonly by: 'createdDateTime' | 'updatedDateTime';
  readonly descending: boolean;
  /** How many rows there may still be. */
  readonly top: number;
  readonly after?: Position;
  readonly select?: readonly string[];
}

/** One page of the list, or in words what is wrong with the query. `url`: of the list itself, for the link onwards. */
export function listPage(all: readonly Resource[], query: URLSearchParams, url: string): ListPage | string {
  const read = readQuery(query);
  if (typeof read === 'string') return read;
  const matches = all.filter(read.test);
  const rows = matches
    .map((resource) => ({ resource, position: { ticks: ticksOf(resource[read.by]) ?? 0n, id: resource.id } }))
    .sort((one, other) => compare(read, one.position, other.position))
    .filter(({ position }) => read.after === undefined || compare(read, position, read.after) > 0);
  const page = rows.slice(0, Math.min(PAGE, read.top));
  const last = page.at(-1);
  const more = page.length < Math.min(rows.length, read.top);
  return {
    '@odata.context': `${url.replace(/\/engagements\/referrals$/, '')}/$metadata#referrals`,
    '@odata.count': matches.length,
    value: page.map(({ resource }) => selected(resource, read.select)),
    ...(more && last
      ? { '@odata.nextLink': nextLink(url, query, last.position, read.top - page.length) }
      : {}),
  };
}

/** By id within the same moment, so that every row has one place. */
function compare({ descending }: Query, one: Position, other: Position): number {
  const order =
    one.ticks === other.ticks
      ? one.id < other.id
        ? -1
        : one.id > other.id
          ? 1
          : 0
      : one.ticks < other.ticks
        ? -1
        : 1;
  return descending ? -order : order;
}

const ORDER = /^(createdDateTime|updatedDateTime)(?: +(asc|desc))?$/;

function readQuery(query: URLSearchParams): Query | string {
  const wrong = wrongOption(query);
  if (wrong !== undefined) return wrong;
  const filter = query.get('$filter');
  const test = filter === null ? () => true : readFilter(filter);
  if (typeof test === 'string') return test;
  const token = query.get('$skiptoken');
  const mark = token === null ? undefined : readToken(token);
  if (token !== null && mark === undefined) return 'The $skiptoken is not valid.';
  const [, by, direction] = ORDER.exec(orderOf(query)) ?? [];
  const select = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  return {
    test,
    by: by as Query['by'],
    descending: direction === 'desc',
    top: mark?.left ?? Number(query.get('$top') ?? Infinity),
    ...(mark ? { after: mark } : {}),
    ...(select ? { select } : {}),
  };
}

const orderOf = (query: URLSearchParams): string => query.get('$orderby')?.trim() ?? 'createdDateTime desc';

function wrongOption(query: URLSearchParams): string | undefined {
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !OPTIONS.includes(name));
  if (unknown !== undefined) return `The query option ${unknown} is not supported.`;
  if (!ORDER.test(orderOf(query))) return 'The list can be ordered by createdDateTime or updatedDateTime.';
  return /^\d{1,9}$/.test(query.get('$top') ?? '0') ? undefined : '$top must be a whole number.';
}

const selected = (resource: Resource, select: readonly string[] | undefined): object =>
  select ? Object.fromEntries(Object.entries(resource).filter(([name]) => select.includes(name))) : resource;

function nextLink(url: string, query: URLSearchParams, { ticks, id }: Position, left: number): string {
  const next = new URLSearchParams(query);
  const mark = JSON.stringify([String(ticks), id, Number.isFinite(left) ? left : null]);
  next.set('$skiptoken', Buffer.from(mark).toString('base64url'));
  return `${url}?${next.toString().replaceAll('+', '%20')}`;
}

function readToken(token: string): (Position & { readonly left: number | null }) | undefined {
  try {
    const [ticks, id, left] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    if (typeof ticks !== 'string' || typeof id !== 'string') return undefined;
    return { ticks: BigInt(ticks), id, left: typeof left === 'number' ? left : null };
  } catch {
    return undefined;
  }
}

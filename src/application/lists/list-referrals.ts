import type { Desk } from '../../domain/desk/desk';
import type { Person } from '../../domain/person/person';
import { desksOf, withoutDesk, type DesksOf } from '../people/membership';
import type { ReferralView } from '../ports/messages';
import type { ListQuery, RowKey } from '../ports/store';
import type { Refusal } from '../people/refusal';
import { withLivingFavourites } from './favourites';
import { listRow, type ListName } from './list-table';
import { readingOf, viewOf, type Reader } from './views';
import type { World } from '../ports/world';

/** One page of a list, or those that words may mean. */
export interface ReferralList {
  readonly kind: 'list';
  readonly list: ListName;
  readonly words: string;
  readonly rows: readonly ReferralView[];
  /** Exact to 1,000; 1,001 means "1,000+". */
  readonly total: number;
  /** Per currency, of all rows counted: decimal strings in major units. */
  readonly sums: readonly { readonly currency: string; readonly value: string }[];
  /** 1-based number of the first row on this page. */
  readonly from: number;
  readonly next?: RowKey;
  readonly language: string;
  readonly zone: string;
  /** Whether any desk is bound: an empty list says what comes next. */
  readonly bound: boolean;
  /** Desks, by name, that are the person's and cannot be asked: what is theirs is not in it. */
  readonly leftOut?: readonly string[];
  /** Of an empty search: the Partner Center tenants that were searched, where there are real ones. */
  readonly tenants?: readonly string[];
  /** The desk that all of it is of; absent when it may be of several. */
  readonly desk?: string;
}

export const PAGE = 10;
const EXACT_TO = 1_000;

/** One page of a list, with the total (exact to 1,000) and the sums per currency of all of it. */
export async function listReferrals(
  world: World,
  name: ListName,
  words: string,
  by: Person,
  after?: RowKey,
  from = 1,
): Promise<ReferralList | Refusal> {
  const desks = await desksOf(world, by);
  const { all, own } = desks;
  const reader = { audience: 'person' as const, person: by };
  if (all === 0) return unbound(world, name, words, reader);
  // Who owns a deal sees it wherever it is.
  const row = listRow(name);
  if (own.length === 0 && !row.anywhere) return withoutDesk(desks);
  const asked = row.chosen ? await withLivingFavourites(world, by) : by;
  const query = { ...row.query({ by: asked, words, now: world.clock.now() }), ...scope(name, all, own) };
  const page = await world.store.list('referral', query, PAGE, after);
  if (own.length === 0 && page.items.length === 0) return withoutDesk(desks);
  const rows = await Promise.all(page.items.map((referral) => viewOf(world, referral, reader)));
  return {
    kind: 'list',
    list: name,
    words,
    rows,
    ...(await totals(world, query)),
    from,
    ...(page.next ? { next: page.next } : {}),
    ...readingOf(world, reader, own[0]),
    bound: all > 0,
    ...listedDesk(query, all, own),
    ...leftOut(desks),
    ...(name === 'search' && rows.length === 0 ? tenantsAsked(world) : {}),
  };
}

/** What somebody looks for may be in another tenant of the same partner: only where people sign in to real ones. */
export const tenantsAsked = ({ accounts }: World): Pick<ReferralList, 'tenants'> => {
  const tenants = accounts.signIn ? accounts.keys.filter((key) => accounts.of(key) !== undefined) : [];
  return tenants.length === 0 ? {} : { tenants };
};

export const leftOut = ({ leftOut: desks }: DesksOf): Pick<ReferralList, 'leftOut'> =>
  desks.length === 0 ? {} : { leftOut: desks.map((desk) => desk.name) };

/** Those of one desk, or all there are and there is one desk. */
export const listedDesk = (
  query: ListQuery,
  all: number,
  [first]: readonly Desk[],
): Pick<ReferralList, 'desk'> => {
  const [only, ...others] = query.desks ?? (all === 1 && first ? [first.id] : []);
  return only === undefined || others.length > 0 ? {} : { desk: only };
};

/** Before any desk is bound, nobody can say whose the referrals are: they are shown to nobody. */
function unbound(world: World, list: ListName, words: string, reader: Reader): ReferralList {
  const empty = { rows: [], total: 0, sums: [], from: 1, bound: false };
  return { kind: 'list', list, words, ...empty, ...readingOf(world, reader) };
}

/** Who owns a deal sees it wherever it is; other lists are those of the desks one belongs to. */
export function scope(name: ListName, all: number, own: readonly Desk[]): Pick<ListQuery, 'desks'> {
  return own.length === all || listRow(name).anywhere ? {} : { desks: own.map(({ id }) => id) };
}

async function totals(world: World, query: ListQuery): Promise<Pick<ReferralList, 'total' | 'sums'>> {
  const { count, sums } = await world.store.totals('referral', query, EXACT_TO + 1);
  return { total: count, sums };
}

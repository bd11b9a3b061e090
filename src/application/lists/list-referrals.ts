import type { Desk } from '../../domain/desk/desk';
import { seen } from '../../domain/referral/face';
import type { Person } from '../../domain/person/person';
import { referralDocumentId, type Referral } from '../../domain/referral/referral';
import { fold, MOST_QUERY_WORDS } from '../../domain/referral/search-words';
import { desksOf } from '../people/membership';
import type { ListQuery, RowKey } from '../ports/store';
import type { Found, ListName, ReferralList, Refusal } from '../use-cases';
import { readingOf, viewOf, type Reader } from './views';
import type { World } from '../ports/world';

const PAGE = 10;
const EXACT_TO = 1_000;
const EXPIRING_MS = 3 * 86_400_000;

/** One page of a list, with the total (exact to 1,000) and the sums per currency of all of it. */
export async function listReferrals(
  world: World,
  name: ListName,
  words: string,
  by: Person,
  after?: RowKey,
  from = 1,
): Promise<ReferralList | Refusal> {
  const { all, own } = await desksOf(world, by);
  const reader = { audience: 'person' as const, person: by };
  if (all === 0) return unbound(world, name, words, reader);
  if (own.length === 0) return { kind: 'not-yours' };
  const query = { ...queryOf(name, words, by, world.clock.now()), ...scope(name, all, own) };
  const page = await world.store.list('referral', query, PAGE, after);
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
  };
}

/** Those of one desk, or all there are and there is one desk. */
const listedDesk = (query: ListQuery, all: number, [first]: readonly Desk[]): Pick<ReferralList, 'desk'> => {
  const [only, ...others] = query.desks ?? (all === 1 && first ? [first.id] : []);
  return only === undefined || others.length > 0 ? {} : { desk: only };
};

/** Before any desk is bound, nobody can say whose the referrals are: they are shown to nobody. */
function unbound(world: World, list: ListName, words: string, reader: Reader): ReferralList {
  const empty = { rows: [], total: 0, sums: [], from: 1, bound: false };
  return { kind: 'list', list, words, ...empty, ...readingOf(world, reader) };
}

/** Who owns a deal sees it wherever it is; other lists are those of the desks one belongs to. */
function scope(name: ListName, all: number, own: readonly Desk[]): Pick<ListQuery, 'desks'> {
  return own.length === all || name === 'my-active-deals' ? {} : { desks: own.map(({ id }) => id) };
}

function queryOf(name: ListName, words: string, by: Person, now: number): ListQuery {
  switch (name) {
    case 'inbox':
      return { stage: 'received' };
    case 'expiring':
      return { stage: 'received', urgentBefore: now + EXPIRING_MS };
    case 'my-active-deals':
      return { stage: 'accepted', owner: by.id };
    case 'all-deals':
      return { stage: 'accepted' };
    case 'archive':
      return { stage: 'archived' };
    case 'search':
      return { words: fold(words).slice(0, MOST_QUERY_WORDS) };
  }
}

async function totals(world: World, query: ListQuery): Promise<Pick<ReferralList, 'total' | 'sums'>> {
  const { count, sums } = await world.store.totals('referral', query, EXACT_TO + 1);
  return { total: count, sums };
}

/** The referral of this id, whichever account it is of. */
async function withId(world: World, referralId: string): Promise<Referral | undefined> {
  const ids = world.accounts.keys.map((account) => referralDocumentId(account, referralId));
  const found = await Promise.all(ids.map((id) => world.store.get('referral', id)));
  return found.find((one) => one !== undefined);
}

/** The referral that words mean: its id, or the only one they find. */
export async function findReferral(
  world: World,
  words: string,
  by: Person,
  stage?: 'received' | 'accepted',
): Promise<Found> {
  const { all, own } = await desksOf(world, by);
  if (own.length === 0) return { kind: 'none' };
  const reader = { audience: 'person' as const, person: by };
  const exact = await withId(world, words.trim());
  const mine = exact && (own.length === all || own.some((desk) => desk.id === exact.own.desk));
  if (exact && mine && (!stage || seen(exact).stage === stage))
    return { kind: 'one', view: await viewOf(world, exact, reader) };
  const folded = fold(words).slice(0, MOST_QUERY_WORDS);
  if (folded.length === 0) return { kind: 'none' };
  const desks = scope('search', all, own);
  const { items, next } = await world.store.list(
    'referral',
    { words: folded, ...desks, ...(stage ? { stage } : {}) },
    PAGE,
  );
  const [only] = items;
  if (!only) return { kind: 'none' };
  if (items.length === 1) return { kind: 'one', view: await viewOf(world, only, reader) };
  const list: ReferralList = {
    kind: 'list',
    list: 'search',
    words,
    rows: await Promise.all(items.map((referral) => viewOf(world, referral, reader))),
    ...(await totals(world, { words: folded, ...desks, ...(stage ? { stage } : {}) })),
    from: 1,
    ...(next && !stage ? { next } : {}),
    ...readingOf(world, reader, own[0]),
    bound: all > 0,
    ...listedDesk(desks, all, own),
  };
  return { kind: 'several', list };
}

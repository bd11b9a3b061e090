import type { Person } from '../../domain/person/person';
import { seen } from '../../domain/referral/face';
import { READ_ONLY } from '../../domain/projection';
import { NAME_FITS, nameFit, type NameFit } from '../../domain/referral/name-fit';
import { cardKey, type Referral, type Stage } from '../../domain/referral/referral';
import { fold } from '../../domain/record/fold';
import { MOST_QUERY_WORDS } from '../../domain/referral/search-words';
import { desksOf, withoutDesk, type DesksOf } from '../people/membership';
import type { Refusal } from '../people/refusal';
import type { ReferralView } from '../ports/messages';
import type { ListQuery } from '../ports/store';
import type { World } from '../ports/world';
import type { ReferralList } from './list-referrals';
import { knownRecord } from '../receive/known-record';
import { idsIn, isLink } from './record-link';
import { leftOut, listedDesk, PAGE, scope, tenantsAsked } from './list-referrals';
import { withSeenBefore } from './seen-before';
import { readingOf, viewOf, type Reader } from './views';

/** Referrals that words may mean: for `show`, `accept`, `decline`. */
export type Found =
  | { readonly kind: 'one'; readonly view: ReferralView }
  | { readonly kind: 'several'; readonly list: ReferralList }
  /** `why`: nothing can be found at all; `leftOut`: desks of theirs, by name, that cannot be asked; `tenants`: whose Partner Center all this is. */
  | {
      readonly kind: 'none';
      readonly why?: Refusal;
      readonly leftOut?: readonly string[];
      readonly tenants?: readonly string[];
    };

const STAGES = ['received', READ_ONLY, 'accepted', 'archived'] as const;
/** Of each stage so many are looked at, the most urgent (the last ended) first. */
const AT_MOST = 25;
const EXACT_TO = 1_001;

/** What is wanted with the referral that words mean. */
export interface Wish {
  /** The stages in which that can be done. */
  readonly stages?: readonly Stage[];
  /** The words are a customer's name and nothing else, and fit it no worse than so. */
  readonly name?: NameFit;
}

/** The referral of this id, or that a link leads to, whichever account it is of. */
async function withId(world: World, words: string): Promise<Referral | undefined> {
  for (const referralId of idsIn(words)) {
    const found = await knownRecord(world, referralId);
    if (found) return found;
  }
  return undefined;
}

const isOfDesks = ({ own: { desk } }: Referral, { all, own }: DesksOf): boolean =>
  own.length > 0 && (own.length === all || own.some(({ id }) => id === desk));

/** Those of desks that this person belongs to, and what they own, wherever it is; before any desk is bound nobody sees any. */
const isTheirs = (referral: Referral, by: Person, desks: DesksOf): boolean =>
  isOfDesks(referral, desks) || (desks.all > 0 && referral.own.owner?.id === by.id);

/** Of each stage some that have these words, the most urgent first: of their desks, and of what they own elsewhere. */
async function withWords(
  world: World,
  query: ListQuery,
  by: Person,
): Promise<{ readonly items: readonly Referral[]; readonly more: boolean }> {
  const { desks, ...anywhere } = query;
  const scopes = desks === undefined ? [query] : [query, { ...anywhere, owner: by.id }];
  const asked = scopes.flatMap((one) => STAGES.map((stage) => ({ ...one, stage })));
  const pages = await Promise.all(asked.map((one) => world.store.list('referral', one, AT_MOST)));
  const items = new Map(pages.flatMap((page) => page.items).map((one) => [one.id, one]));
  return { items: [...items.values()], more: pages.some(({ next }) => next !== undefined) };
}

/**
 * The referral that words mean: its id, or the one whose customer's name they fit best, in whatever stage it is. Of one
 * customer's several that which is wanted can be done to; else they are asked about.
 */
export async function findReferral(world: World, words: string, by: Person, wish: Wish = {}): Promise<Found> {
  const desks = await desksOf(world, by);
  const { all, own } = desks;
  const reader = { audience: 'person' as const, person: by };
  const exact = await withId(world, words);
  if (exact && isTheirs(exact, by, desks)) return one(world, exact, reader);
  const asked = fold(words).slice(0, MOST_QUERY_WORDS);
  if (all === 0) return { kind: 'none', why: { kind: 'no-desk' } };
  if (asked.length === 0 || isLink(words)) return noneOf(world, desks);
  const query = { words: asked, ...scope('search', all, own) };
  const { items, more } = await withWords(world, query, by);
  const { fit, found } = bestOf(items, asked, wish);
  const [only] = found;
  if (!only) return noneOf(world, desks);
  if (found.length === 1) return one(world, only, reader);
  const list: ReferralList = {
    kind: 'list',
    list: 'search',
    words,
    rows: await Promise.all(found.slice(0, PAGE).map((referral) => viewOf(world, referral, reader))),
    total: fit === 'else' && more ? await world.store.count('referral', query, EXACT_TO) : found.length,
    sums: [],
    from: 1,
    ...readingOf(world, reader, own[0]),
    bound: true,
    ...(found.every((one) => isOfDesks(one, desks)) ? listedDesk(query, all, own) : {}),
  };
  return { kind: 'several', list };
}

const one = async (world: World, referral: Referral, reader: Reader): Promise<Found> => ({
  kind: 'one',
  view: await withSeenBefore(world, referral, await viewOf(world, referral, reader)),
});

/** Somebody without a desk reads why. */
const noneOf = (world: World, desks: DesksOf): Found =>
  desks.own.length === 0
    ? { kind: 'none', why: withoutDesk(desks) }
    : { kind: 'none', ...leftOut(desks), ...tenantsAsked(world) };

function bestOf(
  items: readonly Referral[],
  asked: readonly string[],
  { stages, name = 'else' }: Wish,
): { readonly fit: NameFit; readonly found: readonly Referral[] } {
  const fits = items.map((referral) => ({ referral, fit: nameFit(asked, seen(referral).customer.name) }));
  const fit = NAME_FITS.find((one) => fits.some((other) => other.fit === one)) ?? 'else';
  if (NAME_FITS.indexOf(fit) > NAME_FITS.indexOf(name)) return { fit, found: [] };
  const best = fits.flatMap((one) => (one.fit === fit ? [one.referral] : []));
  const customers = new Set(best.map((referral) => fold(seen(referral).customer.name).join(' ')));
  const possible = best.filter((referral) => stages?.includes(seen(referral).stage));
  return { fit, found: customers.size === 1 && possible.length > 0 ? possible : best };
}

/** The referral whose card a thread of a channel hangs under. */
export async function referralUnder(
  world: World,
  channel: string,
  thread: string,
  by: Person,
): Promise<ReferralView | undefined> {
  const { items } = await world.store.list('referral', { key: cardKey(channel, thread) }, 1);
  const [referral] = items;
  if (!referral) return undefined;
  return isTheirs(referral, by, await desksOf(world, by))
    ? viewOf(world, referral, { audience: 'person', person: by })
    : undefined;
}

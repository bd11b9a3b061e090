import type { KnownSolution } from '../../domain/deal/solution';
import type { Desk } from '../../domain/desk/desk';
import type { KnownCustomer } from '../../domain/forms/customer';
import { meantBy } from '../../domain/forms/known';
import { solutionTitles } from '../../domain/forms/solutions';
import { oneLine } from '../../domain/forms/written-text';
import type { Person } from '../../domain/person/person';
import type { Current } from '../../domain/record/current';
import { seen } from '../../domain/referral/face';
import type { World } from '../ports/world';
import { desksOf } from './membership';

/** So many referrals of each stage are looked through. */
const MOST = 50;
/** So many are found at once. */
const MOST_FOUND = 15;

/** What desks know of customers and solutions, and the location (MPN id) of their newest deal that has one. */
export interface KnownThere {
  readonly customers: readonly KnownCustomer[];
  readonly solutions: readonly KnownSolution[];
  readonly location?: string;
}

interface Deal {
  readonly current: Current;
  readonly location: string | null | undefined;
}

/** What was worked on there, the newest first. */
async function dealsOf(world: World, desks: readonly Desk[]): Promise<readonly Deal[]> {
  const ids = desks.map(({ id }) => id);
  const pages = await Promise.all(
    (['accepted', 'archived'] as const).map((stage) =>
      world.store.list('referral', { desks: ids, stage }, MOST),
    ),
  );
  return pages
    .flatMap(({ items }) => items)
    .map((referral) => ({ current: seen(referral), location: referral.observed.mpnId }))
    .sort((one, other) => other.current.createdAt - one.current.createdAt);
}

const byName = <T extends { readonly name: string }>(all: Iterable<T>): readonly T[] =>
  [...all].sort((one, other) => one.name.localeCompare(other.name));

/** Each once; of one that was seen several times the newest is taken. */
function customersIn(deals: readonly Deal[]): readonly KnownCustomer[] {
  const byPlace = new Map<string, KnownCustomer>();
  for (const { current } of deals) {
    const { name, city = '', country = '' } = current.customer;
    const key = `${name}\n${city}\n${country}`.toLowerCase();
    if (name !== '' && !byPlace.has(key))
      byPlace.set(key, { ...current.customer, seenAt: current.createdAt });
  }
  return byName(byPlace.values());
}

const keyOf = ({ name, id = '', solutionType = '' }: KnownSolution): string =>
  `${name}\n${id}\n${solutionType}`.toLowerCase();

/** Those of the catalogue, then those used before that it lacks. */
function solutionsIn(catalogue: readonly KnownSolution[], deals: readonly Deal[]): readonly KnownSolution[] {
  const names = new Set(catalogue.map(({ name }) => name.toLowerCase()));
  const used = new Map<string, KnownSolution>();
  for (const { entry } of deals.flatMap(({ current }) => current.lists.solutions)) {
    const { name, id, solutionType } = entry;
    if (!name || names.has(name.toLowerCase())) continue;
    const one = { name, ...(id ? { id } : {}), ...(solutionType ? { solutionType } : {}) };
    if (!used.has(keyOf(one))) used.set(keyOf(one), one);
  }
  return [...catalogue, ...byName(used.values())];
}

/** What these desks know. */
export async function knownThere(world: World, desks: readonly Desk[]): Promise<KnownThere> {
  const deals = await dealsOf(world, desks);
  const location = deals.find((one) => one.location)?.location;
  return {
    customers: customersIn(deals),
    solutions: solutionsIn(world.settings.solutions, deals),
    ...(location ? { location: oneLine(location) } : {}),
  };
}

/** The solutions that fit words, of those that this person's desks know; none to who has no desk. */
export async function findSolutions(world: World, words: string, by: Person): Promise<readonly string[]> {
  const { own } = await desksOf(world, by);
  if (own.length === 0) return [];
  const { solutions } = await knownThere(world, own);
  const choices = solutionTitles(solutions).map((title) => ({ value: title, title: { text: title } }));
  const fits = words.trim() === '' ? choices : meantBy(choices, words);
  return fits.slice(0, MOST_FOUND).map(({ value }) => value);
}

import type { Desk } from '../../domain/desk/desk';
import { oneLine } from '../../domain/forms/written-text';
import type { Current } from '../../domain/record/current';
import { seen } from '../../domain/referral/face';
import type { World } from '../ports/world';

/** So many referrals of each stage are looked through. */
const MOST = 50;

/** What these desks know of customers, and the location (MPN id) of the newest deal that has one. */
export interface KnownThere {
  readonly customers: readonly Current['customer'][];
  readonly location?: string;
}

/** By name, each once; of one that was seen several times the newest is taken. */
export async function knownCustomers(world: World, desks: readonly Desk[]): Promise<KnownThere> {
  const ids = desks.map(({ id }) => id);
  const pages = await Promise.all(
    (['accepted', 'archived'] as const).map((stage) =>
      world.store.list('referral', { desks: ids, stage }, MOST),
    ),
  );
  const all = pages
    .flatMap(({ items }) => items)
    .map((referral) => ({ current: seen(referral), location: referral.observed.mpnId }))
    .sort((one, other) => other.current.createdAt - one.current.createdAt);
  const byPlace = new Map<string, Current['customer']>();
  for (const { current } of all) {
    const { name, city = '', country = '' } = current.customer;
    const key = `${name}\n${city}\n${country}`.toLowerCase();
    if (name !== '' && !byPlace.has(key)) byPlace.set(key, current.customer);
  }
  const location = all.find((one) => one.location)?.location;
  return {
    customers: [...byPlace.values()].sort((one, other) => one.name.localeCompare(other.name)),
    ...(location ? { location: oneLine(location) } : {}),
  };
}

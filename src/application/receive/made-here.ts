import { isMadeOf } from '../../domain/referral/making';
import { makingKey, recordKey, type Referral } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import type { World } from '../ports/world';

/** Deals made here that Partner Center has not got yet are few at a time. */
const MOST_MAKING = 200;

/** The deal made here that Partner Center's record of this id is of. */
export async function knownAs(
  world: World,
  account: string,
  referralId: string,
): Promise<Referral | undefined> {
  const { items } = await world.store.list('referral', { key: recordKey(account, referralId) }, 1);
  return items[0];
}

/** The same for a record that nobody knows yet: it may be one that is just being made, whose answer has not come. */
export async function madeHere(
  world: World,
  account: string,
  resource: Resource,
): Promise<Referral | undefined> {
  const known = await knownAs(world, account, resource.id);
  if (known) return known;
  const { items } = await world.store.list('referral', { key: makingKey(account) }, MOST_MAKING);
  return items.find((referral) => isMadeOf(referral, resource));
}

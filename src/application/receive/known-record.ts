import { isMadeOf } from '../../domain/referral/making';
import { makingKey, recordKey, referralDocumentId, type Referral } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import type { World } from '../ports/world';

/** Deals made here that Partner Center has not got yet are few at a time. */
const MOST_MAKING = 200;

/**
 * The key of a record's document: in the first account's name, whichever shows it. So two that meet it at the same moment
 * store the same document.
 */
export const homeOf = ({ accounts }: Pick<World, 'accounts'>, referralId: string): string =>
  referralDocumentId(accounts.keys[0], referralId);

/** And where one stored before may be: each account had its own. */
export const homesOf = ({ accounts }: Pick<World, 'accounts'>, referralId: string): readonly string[] =>
  accounts.keys.map((account) => referralDocumentId(account, referralId));

/** All documents that are of Partner Center's record of this id: one, unless two were stored before it was known that they are the same. */
export async function documentsOf(world: World, referralId: string): Promise<readonly Referral[]> {
  const ids = homesOf(world, referralId);
  const direct = await Promise.all(ids.map((id) => world.store.get('referral', id)));
  const keys = world.accounts.keys.map((account) => recordKey(account, referralId));
  const made = await Promise.all(keys.map((key) => world.store.list('referral', { key }, ids.length)));
  const all = [...direct, ...made.flatMap(({ items }) => items)].filter((one) => one !== undefined);
  const living = all.filter(({ own }) => own.doubleOf === undefined);
  return [...new Map(living.map((one) => [one.id, one])).values()];
}

export const knownRecord = async (world: World, referralId: string): Promise<Referral | undefined> =>
  (await documentsOf(world, referralId))[0];

/** The same for a record that nobody knows yet: it may be one that is just being made, whose answer has not come. */
export async function madeHere(world: World, resource: Resource): Promise<Referral | undefined> {
  const known = await knownRecord(world, resource.id);
  if (known) return known;
  for (const account of world.accounts.keys) {
    const { items } = await world.store.list('referral', { key: makingKey(account) }, MOST_MAKING);
    const made = items.find((referral) => isMadeOf(referral, resource));
    if (made) return made;
  }
  return undefined;
}

import type { Person } from '../../domain/person/person';
import { customerKeys } from '../../domain/referral/customer-keys';
import { seen } from '../../domain/referral/face';
import type { Refusal } from '../people/refusal';
import type { World } from '../ports/world';
import { listReferrals, type ReferralList } from './list-referrals';
import { seenBy } from './one';

/** All referrals of its customer that this person may see. `id`: the referral's document. */
export async function ofSameCustomer(world: World, id: string, by: Person): Promise<ReferralList | Refusal> {
  const known = await seenBy(world, id, by);
  if (!('view' in known)) return known;
  const keys = customerKeys(seen(known.referral));
  const counts = await Promise.all(keys.map((key) => world.store.count('referral', { key }, 2)));
  const surest = keys.find((_, at) => (counts[at] ?? 0) > 1) ?? keys[0] ?? '';
  return listReferrals(world, 'same-customer', surest, by);
}

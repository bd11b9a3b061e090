import type { Referral } from '../../domain/referral/referral';
import type { World } from '../ports/world';

/** A referral by its document's id; what has become part of another document is that one. */
export async function livingReferral(world: World, id: string): Promise<Referral | undefined> {
  const referral = await world.store.get('referral', id);
  const one = referral?.own.doubleOf;
  return one === undefined ? referral : world.store.get('referral', one);
}

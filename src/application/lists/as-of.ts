import type { Referral } from '../../domain/referral/referral';
import type { World } from '../ports/world';

/**
 * As of when it is known to stand so, business time in ms: when it was read last, or when a poll last ended well, which reads all that
 * has changed.
 */
export async function knownAsOf(
  world: Pick<World, 'store'>,
  { truth, account, observedAt }: Referral,
): Promise<number> {
  if (truth !== 'partner-center') return observedAt;
  const { polledAt = 0 } = (await world.store.get('account', account)) ?? {};
  return Math.max(observedAt, polledAt);
}

import { customerKeys } from '../../domain/referral/customer-keys';
import { seen } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import type { ReferralView } from '../ports/messages';
import type { World } from '../ports/world';

const MOST_SHOWN = 3;
const EXACT_TO = 1_000;

/**
 * The view of what nobody has answered yet, with the other referrals of its customer at its desk: whoever reads its card may
 * see those. By the surest key that finds any.
 */
export async function withSeenBefore(
  world: World,
  referral: Referral,
  view: ReferralView,
): Promise<ReferralView> {
  const { desk, test } = referral.own;
  const current = seen(referral);
  if (current.stage !== 'received' || desk === undefined || test) return view;
  for (const key of customerKeys(current)) {
    const query = { key, desks: [desk] };
    // One more than is shown: itself may be among them.
    const { items } = await world.store.list('referral', query, MOST_SHOWN + 1);
    const others = items.filter(({ id }) => id !== referral.id);
    if (others.length === 0) continue;
    const total = (await world.store.count('referral', query, EXACT_TO + 1)) - 1;
    return { ...view, seenBefore: { total, newest: others.slice(0, MOST_SHOWN).map(standingOf) } };
  }
  return view;
}

function standingOf(other: Referral): NonNullable<ReferralView['seenBefore']>['newest'][number] {
  const { stage, archivedAs } = seen(other);
  const { owner } = other.own;
  return { stage, ...(archivedAs && { archivedAs }), ...(owner && { owner: owner.name }) };
}

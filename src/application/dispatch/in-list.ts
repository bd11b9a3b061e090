import { quietList } from '../../domain/desk/quiet-list';
import type { Settlement, ShowEffect } from '../../domain/effects';
import { isQuiet } from '../../domain/referral/quiet';
import type { Place, Referral } from '../../domain/referral/referral';
import { stepDesk } from '../living/step-others';
import type { Address } from '../ports/ports';
import type { World } from '../ports/world';

/**
 * More cards than people read in ten minutes are one list, as long as nobody wants this one for itself; what nobody need act on
 * is a row of the next morning's. Undefined: it is a card. A list that it is on already shows what has changed of it.
 */
export async function inList(
  world: World,
  referral: Referral,
  { activity, wanted, listed }: Place,
  address: Address,
  { asked, tries, held }: ShowEffect,
): Promise<Settlement | undefined> {
  if (address.to !== 'channel' || activity !== undefined || wanted) return undefined;
  const { id: desk, tenant, zone } = address.desk;
  if (listed !== undefined) {
    await relist(world, desk, listed);
    return { kind: 'shown', asked };
  }
  if (isQuiet(referral)) return { kind: 'listed', desk, list: quietList(world.clock.now(), zone) };
  // What is tried again, or was held back, has had its turn.
  if (tries > 0 || held || (await world.budget.announce({ conversation: desk, tenant }))) return undefined;
  const crowded = await stepDesk(world, desk, { kind: 'crowded' });
  const list = crowded?.lists?.at(-1)?.id;
  return list === undefined ? undefined : { kind: 'listed', desk, list };
}

/** Its row there has changed. */
export const relist = (world: World, desk: string, list: string): Promise<unknown> =>
  stepDesk(world, desk, { kind: 'relisted', list });

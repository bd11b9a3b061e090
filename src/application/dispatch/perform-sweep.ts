import type { Settlement, SweepEffect } from '../../domain/effects';
import { stepReferral } from '../living/step-referral';
import type { World } from '../ports/world';

/** Small enough that nobody waits for a page. */
const PAGE = 25;

/** One page of a sweep: each referral is stepped by itself; where it goes on stands in the effect. */
export async function performSweep(world: World, effect: SweepEffect): Promise<Settlement> {
  const page = await world.store.list('referral', effect.of, PAGE, effect.after);
  for (const referral of page.items) await stepReferral(world, referral.id, effect.does);
  return page.next ? { kind: 'swept', after: page.next } : { kind: 'swept' };
}

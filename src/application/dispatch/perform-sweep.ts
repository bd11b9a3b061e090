import type { Settlement, SweepEffect, SweepInput } from '../../domain/effects';
import { boundDesk } from '../desks/bound';
import { stepReferral } from '../living/step-referral';
import { showImports } from '../receive/import';
import { crowdMoving } from '../receive/crowd';
import { routeFor } from '../receive/routing';
import type { World } from '../ports/world';

/** Small enough that nobody waits for a page. */
const PAGE = 25;

/** One page of a sweep: each referral is stepped by itself; where it goes on stands in the effect. */
export async function performSweep(world: World, effect: SweepEffect): Promise<Settlement> {
  const page = await world.store.list('referral', effect.of, PAGE, effect.after);
  const does = await inForce(world, effect.does);
  await crowdMoving(world, { ...effect, does }, page.items);
  for (const referral of page.items) await stepReferral(world, referral.id, does);
  if (does.kind === 'routed') await showImports(world, does.desk, page.items, page.next === undefined);
  return page.next ? { kind: 'swept', after: page.next } : { kind: 'swept' };
}

/** A desk that was to take them may be none any more. */
const inForce = async (world: World, does: SweepInput): Promise<SweepInput> =>
  does.kind !== 'routed' || (await boundDesk(world.store, does.desk))
    ? does
    : { kind: 'routed', desk: await routeFor(world) };

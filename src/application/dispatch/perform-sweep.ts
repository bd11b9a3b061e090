import type { Desk } from '../../domain/desk/desk';
import { takes } from '../../domain/desk/feeds';
import type { Settlement, SweepEffect, SweepInput } from '../../domain/effects';
import type { Referral } from '../../domain/referral/referral';
import { accountsOf } from '../../domain/referral/seen-in';
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
  const { does } = effect;
  await crowdMoving(world, effect, page.items);
  const desk = does.kind === 'routed' ? await boundDesk(world.store, does.desk) : undefined;
  for (const referral of page.items)
    await stepReferral(world, referral.id, await meantFor(world, does, referral, desk));
  if (does.kind === 'routed') await showImports(world, does.desk, page.items, page.next === undefined);
  return page.next ? { kind: 'swept', after: page.next } : { kind: 'swept' };
}

/** A desk that was to take them may be none any more, or be fed by other accounts. */
async function meantFor(
  world: World,
  does: SweepInput,
  referral: Referral,
  desk: Desk | undefined,
): Promise<SweepInput> {
  if (does.kind !== 'routed' || (desk && takes(desk, accountsOf(referral)))) return does;
  return { kind: 'routed', desk: await routeFor(world, referral) };
}

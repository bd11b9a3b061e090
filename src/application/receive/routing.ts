import type { ParkedUntil } from '../../domain/living/effects';
import type { Referral } from '../../domain/referral/referral';
import type { Input } from '../../domain/referral/inputs';
import { stepReferral } from '../operate/step-referral';
import type { World } from '../ports/world';

const PAGE = 100;

/** The desk that a new referral comes to: the one bound first. None: it waits, and is shown once there is one. */
export async function routeFor(world: World): Promise<string | undefined> {
  const { items } = await world.store.list('desk', {}, 1);
  return items[0]?.id;
}

/** Gives the referrals that came before any desk to this one. */
export const routeWaiting = (world: World, desk: string): Promise<void> =>
  stepAll(world, { key: 'no-desk' }, { kind: 'routed', desk });

/** A referral that came while a desk was being bound may have missed it. */
export async function routeIfWaiting(world: World, referral: Referral): Promise<void> {
  const desk = referral.own.desk === undefined ? await routeFor(world) : undefined;
  if (desk !== undefined) await stepReferral(world, referral.id, { kind: 'routed', desk });
}

/** Tries again what waited for this event. */
export const unparkAll = (world: World, event: ParkedUntil): Promise<void> =>
  stepAll(world, { key: `parked/${event}` }, { kind: 'rules-changed' });

/** The open referrals of a desk see its new rules. */
export async function rulesChanged(world: World, desk: string): Promise<void> {
  for (const stage of ['received', 'accepted'] as const)
    await stepAll(world, { desk, stage }, { kind: 'rules-changed' });
}

async function stepAll(
  world: World,
  query: Parameters<World['store']['list']>[1],
  input: Input,
): Promise<void> {
  let after: Parameters<World['store']['list']>[3];
  do {
    const page = await world.store.list('referral', query, PAGE, after);
    for (const referral of page.items) await stepReferral(world, referral.id, input);
    after = page.next;
  } while (after);
}

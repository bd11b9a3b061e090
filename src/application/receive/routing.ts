import type { Referral } from '../../domain/referral/referral';
import { stepReferral } from '../living/step-referral';
import type { World } from '../ports/world';

/** The desk that a new referral comes to: the one bound first. None: it waits, and is shown once there is one. */
export async function routeFor(world: World): Promise<string | undefined> {
  const { items } = await world.store.list('desk', {}, 1);
  return items[0]?.id;
}

/** The name of the desk that new referrals come to, if it is another than this channel; nothing when they come here. */
export async function goingElsewhere(world: World, channel: string): Promise<{ readonly newGoTo?: string }> {
  const first = await routeFor(world);
  const other = first === undefined || first === channel ? undefined : await world.store.get('desk', first);
  return other ? { newGoTo: other.name } : {};
}

/** A referral that came while a desk was being bound may have missed it. */
export async function routeIfWaiting(world: World, referral: Referral): Promise<void> {
  const desk = referral.own.desk === undefined ? await routeFor(world) : undefined;
  if (desk !== undefined) await stepReferral(world, referral.id, { kind: 'routed', desk });
}

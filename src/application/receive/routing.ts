import type { Desk } from '../../domain/desk/desk';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk, boundDesks } from '../desks/bound';
import { stepReferral } from '../living/step-referral';
import type { World } from '../ports/world';

/** The desk that a new referral comes to: the one bound first. None: it waits, and is shown once there is one. */
export async function deskForNew(world: World): Promise<Desk | undefined> {
  return (await boundDesks(world.store, 1))[0];
}

export const routeFor = async (world: World): Promise<string | undefined> => (await deskForNew(world))?.id;

/** The desk that would take what this one holds: of the others the one bound first. */
export const heirOf = async (world: World, channel: string): Promise<Desk | undefined> =>
  (await boundDesks(world.store, 2)).find(({ id }) => id !== channel);

/** The name of the desk that new referrals come to, if it is another than this channel; nothing when they come here. */
export async function goingElsewhere(world: World, channel: string): Promise<{ readonly newGoTo?: string }> {
  const [first] = await boundDesks(world.store, 1);
  return first && first.id !== channel ? { newGoTo: first.name } : {};
}

/** A referral that came while a desk was being bound, or ceased to be one, may have missed that. */
export async function routeIfWaiting(world: World, { id, own }: Referral): Promise<void> {
  // A test belongs to the channel that it was begun for.
  if (own.test || (await boundDesk(world.store, own.desk))) return;
  const desk = await routeFor(world);
  if (desk !== own.desk) await stepReferral(world, id, { kind: 'routed', desk });
}

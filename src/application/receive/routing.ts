import type { Desk } from '../../domain/desk/desk';
import { takerOf } from '../../domain/desk/feeds';
import type { Referral } from '../../domain/referral/referral';
import { accountsOf } from '../../domain/referral/seen-in';
import { boundDesk, boundDesks } from '../desks/bound';
import { stepReferral } from '../living/step-referral';
import type { World } from '../ports/world';

export const MOST_DESKS = 200;

/** The desk that what is new in these accounts comes to. None: it waits, and is shown once there is one. */
export async function deskForNew(world: World, accounts: readonly string[]): Promise<Desk | undefined> {
  return takerOf(await boundDesks(world.store, MOST_DESKS), accounts);
}

export const routeFor = async (world: World, referral: Referral): Promise<string | undefined> =>
  (await deskForNew(world, accountsOf(referral)))?.id;

/** The desk that would take what this one holds: of the others the one bound first. */
export const heirOf = async (world: World, channel: string): Promise<Desk | undefined> =>
  (await boundDesks(world.store, 2)).find(({ id }) => id !== channel);

/** The name of the desk that new referrals come to, if none of them comes to this channel. */
export async function goingElsewhere(world: World, channel: string): Promise<{ readonly newGoTo?: string }> {
  const desks = await boundDesks(world.store, MOST_DESKS);
  const takers = world.accounts.keys.flatMap((account) => takerOf(desks, [account]) ?? []);
  const [first] = takers;
  return first && takers.every(({ id }) => id !== channel) ? { newGoTo: first.name } : {};
}

/** A referral that came while a desk was being bound, or ceased to be one, may have missed that. */
export async function routeIfWaiting(world: World, referral: Referral): Promise<void> {
  const { id, own } = referral;
  if (own.doubleOf !== undefined || (await boundDesk(world.store, own.desk))) return;
  const desk = await routeFor(world, referral);
  if (desk !== own.desk) await stepReferral(world, id, { kind: 'routed', desk });
}

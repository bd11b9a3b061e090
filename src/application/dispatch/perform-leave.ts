import type { LeaveEffect, Settlement } from '../../domain/effects';
import type { Notice } from '../../domain/notices';
import { seen } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk } from '../desks/bound';
import { readingOf } from '../lists/views';
import type { World } from '../ports/world';
import { failureOf } from './failures';

/** In the place of a card that was left behind stands where it is now. A channel that takes nothing any more is let be. */
export async function performLeave(
  world: World,
  referral: Referral,
  effect: LeaveEffect,
): Promise<Settlement> {
  const former = await world.store.get('desk', effect.desk);
  if (!former?.reachable) return { kind: 'done' };
  const reader = { ...readingOf(world, { audience: 'channel' }, former), now: world.clock.now() };
  const notice = await moved(world, referral, effect);
  const address = { to: 'channel' as const, desk: former };
  const delivery = await world.messenger.update(
    address,
    effect.activity,
    { kind: 'word', notice, reader },
    undefined,
  );
  return delivery.kind === 'retry' || delivery.kind === 'held'
    ? (failureOf(world, effect, delivery) ?? { kind: 'done' })
    : { kind: 'done' };
}

async function moved(world: World, referral: Referral, { desk: left }: LeaveEffect): Promise<Notice> {
  const customer = seen(referral).customer.name;
  const desk = await boundDesk(world.store, referral.own.desk);
  const to = desk ? (desk.id === left ? 'anew' : 'elsewhere') : 'nowhere';
  return { kind: 'card-moved', customer, to, desk: desk?.name ?? '' };
}

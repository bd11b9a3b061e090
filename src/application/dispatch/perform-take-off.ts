import type { Settlement, TakeOffEffect } from '../../domain/effects';
import type { Referral } from '../../domain/referral/referral';
import { viewOf } from '../lists/views';
import type { Message, ReferralView } from '../ports/messages';
import type { World } from '../ports/world';
import { failureOf } from './failures';
import { targetOf } from './perform-show';

/** In a chat the newer one stands below: this one says so, and has no buttons any more. */
const newer = (reader: ReferralView): Message => ({
  kind: 'word',
  notice: { kind: 'card-moved', customer: reader.current.customer.name, to: 'below', desk: '' },
  reader,
});

/** Takes off a card that is one too many. Where a client cannot do that, it is at least brought up to date, or made short. */
export async function performTakeOff(
  world: World,
  referral: Referral,
  effect: TakeOffEffect,
): Promise<Settlement> {
  const known = referral.own.places.find((one) => one.key === effect.place);
  if (known?.activity === effect.activity) return { kind: 'done' };
  const target = await targetOf(world, referral, { key: effect.place });
  if ('kind' in target) return target;
  const { address, reader } = target;
  const removed = await world.messenger.remove(address, effect.activity);
  if (removed.kind === 'retry' || removed.kind === 'held')
    return failureOf(world, effect, removed) ?? { kind: 'done' };
  if (removed.kind === 'rejected') {
    const view = await viewOf(world, referral, reader);
    const message = address.to === 'person' ? newer(view) : { kind: 'card' as const, view };
    await world.messenger.update(address, effect.activity, message, undefined);
  }
  return { kind: 'done' };
}

import type { RetellEffect, Settlement } from '../../domain/effects';
import type { Referral } from '../../domain/referral/referral';
import type { World } from '../ports/world';
import { failureOf } from './failures';
import { messageAbout } from './notice-facts';

/** Writes a message in somebody's chat anew. One that is not there any more needs no words. */
export async function performRetell(
  world: World,
  referral: Referral,
  effect: RetellEffect,
): Promise<Settlement> {
  const { to, activity, notice } = effect;
  const person = await world.store.get('person', to.id);
  if (!person) return { kind: 'done' };
  const message = await messageAbout(world, { referral }, notice, { audience: 'person', person }, []);
  const delivery = await world.messenger.update({ to: 'person', person }, activity, message, undefined);
  if (delivery.kind === 'vanished') return { kind: 'done' };
  return failureOf(world, effect, delivery) ?? { kind: 'done' };
}

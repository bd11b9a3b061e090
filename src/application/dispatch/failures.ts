import type { Settlement } from '../../domain/effects';
import type { EffectBase } from '../../domain/living/effect';
import { backoff } from '../../domain/living/outbox';
import type { Delivery } from '../ports/ports';
import type { World } from '../ports/world';

/** When to try again: doubling waits with jitter, never before the service asked for. */
export const retryAt = (world: World, effect: EffectBase, afterMs?: number): number =>
  world.clock.now() + backoff(effect.tries, world.random(), afterMs);

/** What failed deliveries mean for an effect; undefined: it was delivered. */
export function failureOf(world: World, effect: EffectBase, delivery: Delivery): Settlement | undefined {
  switch (delivery.kind) {
    case 'delivered':
    case 'unplaced':
    case 'same':
      return undefined;
    case 'vanished':
      return { kind: 'vanished' };
    case 'unreachable':
      return { kind: 'unreachable', problem: delivery.problem };
    case 'rejected':
      return { kind: 'rejected', problem: delivery.problem };
    case 'held':
      return { kind: 'put-off', at: delivery.at };
    case 'retry':
      return { kind: 'retry', at: retryAt(world, effect, delivery.afterMs), problem: delivery.problem };
  }
}

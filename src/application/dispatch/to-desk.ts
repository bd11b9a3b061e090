import type { Desk } from '../../domain/desk/desk';
import type { Settlement } from '../../domain/effects';
import type { EffectBase } from '../../domain/living/effect';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk } from '../desks/bound';
import { stepDesk } from '../living/step-others';
import type { Delivery } from '../ports/ports';
import type { World } from '../ports/world';
import { failureOf, retryAt } from './failures';

/** One refusal may be Teams' own trouble; after so many tries the desk counts as lost. */
const REFUSALS_BELIEVED = 3;

/** The desk that a referral is shown at, or what an effect for it waits for: nothing is sent to one that is out of reach. */
export async function deskToReach(world: World, referral: Referral): Promise<Desk | Settlement> {
  const desk = await boundDesk(world.store, referral.own.desk);
  if (!desk) return { kind: 'parked', until: 'desk-bound', problem: 'no desk is bound' };
  if (desk.reachable) return desk;
  return { kind: 'parked', until: 'bot-installed', problem: 'the channel is out of reach' };
}

export const isDesk = (found: Desk | Settlement): found is Desk => found.kind === 'desk';

/** What a failed delivery to a desk's channel means; undefined: it was delivered. */
export async function deskFailure(
  world: World,
  effect: EffectBase,
  desk: Desk,
  delivery: Delivery,
): Promise<Settlement | undefined> {
  const failure = failureOf(world, effect, delivery);
  if (!failure && desk.lost) await stepDesk(world, desk.id, { kind: 'works' });
  if (failure?.kind !== 'unreachable') return failure;
  const { problem } = failure;
  if (effect.tries < REFUSALS_BELIEVED) return { kind: 'retry', at: retryAt(world, effect), problem };
  await stepDesk(world, desk.id, { kind: 'lost', why: 'refused' });
  return { kind: 'parked', until: 'bot-installed', problem };
}

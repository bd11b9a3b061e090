import type { Effect } from '../../domain/living/effects';
import type { Settlement } from '../../domain/living/outbox';
import type { Referral } from '../../domain/referral/referral';
import type { World } from '../ports/world';
import { performNotice } from './perform-notice';
import { performRead, performWrite } from './perform-partner-center';
import { performShow } from './perform-show';

/** Performs one effect, one try. Expected failures are settlements; only faults are thrown. */
export function perform(world: World, referral: Referral, effect: Effect): Promise<Settlement> {
  switch (effect.kind) {
    case 'show':
      return performShow(world, referral, effect);
    case 'say':
    case 'tell':
      return performNotice(world, referral, effect);
    case 'write':
      return performWrite(world, referral, effect);
    case 'read':
      return performRead(world, referral, effect);
  }
}

import type { AnyDocument } from '../../domain/documents';
import type { Effect, ReferralEffect, Settlement, TellEffect } from '../../domain/effects';
import type { Referral } from '../../domain/referral/referral';
import type { World } from '../ports/world';
import { performFetch } from '../sync/news';
import { waitsForClock } from './by-the-clock';
import { performCreate } from './perform-create';
import { performGathered } from './perform-gathered';
import { performKeepHistory } from './perform-keep-history';
import { performLeave } from './perform-leave';
import { performList } from './perform-list';
import { performRead, performWrite } from './perform-partner-center';
import { performRetell } from './perform-retell';
import { performSay } from './perform-say';
import { performShow } from './perform-show';
import { performSweep } from './perform-sweep';
import { performTakeOff } from './perform-take-off';
import { performTell } from './perform-tell';

/** Performs one effect, one try. Expected failures are settlements; only faults are thrown. */
export async function perform(world: World, document: AnyDocument, effect: Effect): Promise<Settlement> {
  return (await waitsForClock(world, document, effect)) ?? performNow(world, document, effect);
}

function performNow(world: World, document: AnyDocument, effect: Effect): Promise<Settlement> {
  if (effect.kind === 'tell') return performTell(world, document, effect);
  if (effect.kind === 'sweep') return performSweep(world, effect);
  if (effect.kind === 'gathered')
    return document.kind === 'person' ? performGathered(world, document, effect) : notOurs();
  if (effect.kind === 'list')
    return document.kind === 'desk' ? performList(world, document, effect) : notOurs();
  if (effect.kind === 'fetch')
    return document.kind === 'account' ? performFetch(world, document, effect) : notOurs();
  return document.kind === 'referral' ? performOfReferral(world, document, effect) : notOurs();
}

function performOfReferral(
  world: World,
  document: Referral,
  effect: Exclude<ReferralEffect, TellEffect>,
): Promise<Settlement> {
  switch (effect.kind) {
    case 'show':
      return performShow(world, document, effect);
    case 'say':
      return performSay(world, document, effect);
    case 'retell':
      return performRetell(world, document, effect);
    case 'take-off':
      return performTakeOff(world, document, effect);
    case 'leave':
      return performLeave(world, document, effect);
    case 'keep-history':
      return performKeepHistory(world, document, effect);
    case 'write':
      return performWrite(world, document, effect);
    case 'create':
      return performCreate(world, document, effect);
    case 'read':
      return performRead(world, document, effect);
  }
}

/** No step owes such an effect to such a document. */
const notOurs = (): Promise<Settlement> =>
  Promise.resolve({ kind: 'rejected', problem: 'this kind of document cannot owe it' });

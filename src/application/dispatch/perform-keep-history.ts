import type { KeepHistoryEffect, Settlement } from '../../domain/effects';
import { nextToKeep } from '../../domain/referral/history';
import type { Referral } from '../../domain/referral/referral';
import { Fault } from '../ports/faults';
import type { World } from '../ports/world';
import { retryAt } from './failures';

/** Puts the oldest of the lines that leave into the history. While it takes none, the referral goes on without it. */
export async function performKeepHistory(
  world: World,
  referral: Referral,
  effect: KeepHistoryEffect,
): Promise<Settlement> {
  const lines = nextToKeep(referral);
  const last = lines.at(-1);
  if (!last) return { kind: 'done' };
  try {
    await world.history.keep(referral.id, lines);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'retry', at: retryAt(world, effect), problem: error.message };
  }
  return { kind: 'kept', upTo: last.n };
}

import type { Effect } from '../../domain/effects';
import { readyEffects } from '../../domain/outbox';
import type { Referral } from '../../domain/referral';
import { stepReferral } from '../step-referral';
import type { DocumentRef } from '../store';
import type { World } from '../world';
import type { Bell } from './bell';
import { perform } from './perform';
import { poll } from './poll';

/** A call takes at most 8 s, a shutdown 10 s: the lease outlives both. */
export const LEASE_MS = 30_000;
const RENEW_BELOW_MS = 15_000;

/** Holds a document's lease and works until it needs nothing now; reads it again after each effect. */
export async function drain(world: World, ref: DocumentRef, holder: string, bell: Bell): Promise<void> {
  const until = world.clock.real() + LEASE_MS;
  if (!(await world.store.lease(ref, holder, world.clock.real(), until))) return;
  try {
    if (ref.kind === 'account') await poll(world, ref.id);
    else if (ref.kind === 'referral') await drainReferral(world, ref, holder, until, bell);
  } finally {
    await world.store.release(ref, holder);
  }
}

async function drainReferral(
  world: World,
  ref: DocumentRef,
  holder: string,
  leasedUntil: number,
  bell: Bell,
): Promise<void> {
  const lanes = new Map<string, Promise<void>>();
  let until = leasedUntil;
  for (;;) {
    const referral = await world.store.get('referral', ref.id);
    if (!referral) return;
    const ready = readyEffects(referral.outbox, world.clock.now());
    for (const effect of ready) start(world, referral, effect, lanes);
    if (lanes.size === 0) {
      if (referral.wakeAt === null || referral.wakeAt > world.clock.now()) return;
      await stepReferral(world, ref.id, { kind: 'wake' });
      continue;
    }
    await Promise.race([bell.next(), ...lanes.values()]);
    if (until - world.clock.real() < RENEW_BELOW_MS) {
      until = world.clock.real() + LEASE_MS;
      if (!(await world.store.lease(ref, holder, world.clock.real(), until))) return;
    }
  }
}

/** Performs an effect unless its lane is busy; lanes run side by side. */
function start(world: World, referral: Referral, effect: Effect, lanes: Map<string, Promise<void>>): void {
  if (lanes.has(effect.lane)) return;
  lanes.set(
    effect.lane,
    performOne(world, referral, effect).finally(() => lanes.delete(effect.lane)),
  );
}

async function performOne(world: World, referral: Referral, effect: Effect): Promise<void> {
  const began = world.clock.real();
  const settlement = await perform(world, referral, effect);
  await stepReferral(world, referral.id, { kind: 'settled', effect: effect.id, settlement });
  const ms = world.clock.real() - began;
  world.metrics.effect(effect.kind, settlement.kind, ms);
  const problem = 'problem' in settlement ? { problem: settlement.problem } : {};
  world.log.info(
    {
      referral: referral.referralId,
      effect: effect.kind,
      id: effect.id,
      result: settlement.kind,
      tries: effect.tries,
      ms,
      ...problem,
    },
    'effect',
  );
}

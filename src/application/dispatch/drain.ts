import type { Effect } from '../../domain/living/effects';
import { readyEffects, type Settlement } from '../../domain/living/outbox';
import type { Referral } from '../../domain/referral/referral';
import { Fault } from '../ports/faults';
import { routeIfWaiting } from '../receive/routing';
import { stepReferral } from '../operate/step-referral';
import type { DocumentRef } from '../ports/store';
import type { World } from '../ports/world';
import type { Bell } from './bell';
import { retryAt } from './failures';
import { perform } from './perform';
import { poll } from '../sync/poll';

/** A call takes at most 8 s, a shutdown 10 s: the lease outlives both. */
const LEASE_MS = 30_000;
/** An effect takes two calls at most (16 s) and its booking. */
const RENEW_BELOW_MS = 22_000;

/** What the work on one document needs of the dispatcher. */
export interface Shift {
  readonly holder: string;
  readonly bell: Bell;
  /** No new effect is begun any more. */
  readonly stopped: () => boolean;
}

/** Keeps the lease while the work lasts. False: another has it now. */
export type Hold = () => Promise<boolean>;

/** Holds a document's lease and works until it needs nothing now; reads it again after each effect. */
export async function drain(world: World, ref: DocumentRef, shift: Shift): Promise<void> {
  let until = world.clock.real() + LEASE_MS;
  if (!(await world.store.lease(ref, shift.holder, world.clock.real(), until))) return;
  const hold: Hold = async () => {
    if (until - world.clock.real() >= RENEW_BELOW_MS) return true;
    until = world.clock.real() + LEASE_MS;
    return world.store.lease(ref, shift.holder, world.clock.real(), until);
  };
  try {
    if (ref.kind === 'account') await poll(world, ref.id, async () => !shift.stopped() && (await hold()));
    else if (ref.kind === 'referral') await drainReferral(world, ref, shift, hold);
  } finally {
    await world.store.release(ref, shift.holder);
  }
}

/** What of one document is at work: lanes run side by side. */
interface Lanes {
  readonly running: Map<string, Promise<void>>;
  /** Counts the effects that have ended: a document read before one ended does not show that yet. */
  ended: number;
  broken?: { readonly by: unknown };
}

/** Lanes still at work when this ends, by a fault too, are waited for: until then the document is nobody else's. */
async function drainReferral(world: World, ref: DocumentRef, shift: Shift, hold: Hold): Promise<void> {
  const lanes: Lanes = { running: new Map(), ended: 0 };
  try {
    await workOn(world, ref, shift, hold, lanes);
  } finally {
    await Promise.all(lanes.running.values());
  }
  if (lanes.broken) throw lanes.broken.by;
}

async function workOn(
  world: World,
  ref: DocumentRef,
  { bell, stopped }: Shift,
  hold: Hold,
  lanes: Lanes,
): Promise<void> {
  while (!stopped() && !lanes.broken && (await hold())) {
    // Asked for before the document is read: what changes meanwhile rings it.
    const [rung, ended] = [bell.next(), lanes.ended];
    const referral = await world.store.get('referral', ref.id);
    if (!referral) return;
    if (lanes.ended !== ended) continue;
    const ready = readyEffects(referral.outbox, world.clock.now());
    for (const effect of ready) start(world, referral, effect, lanes);
    if (lanes.running.size > 0) {
      await Promise.race([rung, ...lanes.running.values()]);
      continue;
    }
    if (referral.wakeAt === null || referral.wakeAt > world.clock.now()) return;
    await routeIfWaiting(world, referral);
    await stepReferral(world, ref.id, { kind: 'wake' });
  }
}

/** Performs an effect unless its lane is busy. What breaks is kept, for the one who drains to throw. */
function start(world: World, referral: Referral, effect: Effect, lanes: Lanes): void {
  if (lanes.running.has(effect.lane)) return;
  const work = performOne(world, referral, effect)
    .catch((error: unknown) => {
      lanes.broken ??= { by: error };
    })
    .finally(() => {
      lanes.running.delete(effect.lane);
      lanes.ended += 1;
    });
  lanes.running.set(effect.lane, work);
}

async function performOne(world: World, referral: Referral, effect: Effect): Promise<void> {
  const began = world.clock.real();
  const settlement = await performSafely(world, referral, effect);
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

/** What breaks while an effect is performed (a template, a record nobody thought of) counts as a failed try. */
async function performSafely(world: World, referral: Referral, effect: Effect): Promise<Settlement> {
  try {
    return await perform(world, referral, effect);
  } catch (error) {
    if (error instanceof Fault) throw error;
    world.log.error(
      { referral: referral.referralId, effect: effect.kind, id: effect.id, error },
      'an effect broke',
    );
    return { kind: 'retry', at: retryAt(world, effect), problem: 'it broke here: see the log' };
  }
}

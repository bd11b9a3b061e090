import type { AnyDocument, DocumentKind, Documents } from '../../domain/documents';
import type { Effect, Settlement } from '../../domain/effects';
import { readyEffects } from '../../domain/living/outbox';
import { Fault } from '../ports/faults';
import type { DocumentRef } from '../ports/store';
import type { World } from '../ports/world';
import type { Bell } from './bell';
import { retryAt } from './failures';
import { LIVES, type Settled } from './lives';
import { perform } from './perform';

/** A call takes at most 8 s, a shutdown 10 s: the lease outlives both. */
export const LEASE_MS = 30_000;
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

/**
 * Works on a claimed document until it needs nothing now; reads it again after each effect. `until`: when its lease
 * ends, real time in ms.
 */
export async function drain(world: World, ref: DocumentRef, shift: Shift, until: number): Promise<void> {
  let ends = until;
  const hold: Hold = async () => {
    if (ends - world.clock.real() >= RENEW_BELOW_MS) return true;
    ends = world.clock.real() + LEASE_MS;
    return world.store.renew(ref, shift.holder, ends);
  };
  await drainHeld(world, ref, shift, hold);
}

/** What of one document is at work: lanes run side by side. */
interface Lanes {
  readonly running: Map<string, Promise<void>>;
  /** What has ended and is not booked yet. */
  arrived: Settled[];
  broken?: { readonly by: unknown };
}

/** Lanes still at work when this ends, by a fault too, are waited for: until then the document is nobody else's. */
async function drainHeld(world: World, ref: DocumentRef, shift: Shift, hold: Hold): Promise<void> {
  const lanes: Lanes = { running: new Map(), arrived: [] };
  try {
    await workOn(world, ref, shift, hold, lanes);
  } finally {
    while (lanes.running.size > 0) await Promise.all(lanes.running.values());
    await bookArrived(world, ref, lanes);
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
    await bookArrived(world, ref, lanes);
    // Asked for before the document is read: what changes meanwhile rings it.
    const rung = bell.next();
    const document = await world.store.get(ref.kind, ref.id);
    if (!document) return;
    // What ended while it was read is booked first: it would be performed twice.
    if (lanes.arrived.length > 0) continue;
    for (const effect of readyEffects<Effect>(document.outbox as readonly Effect[], world.clock.now()))
      start(world, document, effect, lanes);
    if (lanes.running.size > 0) {
      await Promise.race([rung, ...lanes.running.values()]);
      continue;
    }
    if (document.wakeAt === null || document.wakeAt > world.clock.now()) return;
    await wake(world, document, async () => !stopped() && (await hold()));
  }
}

const wake = <K extends DocumentKind>(
  world: World,
  document: Documents[K] & { readonly kind: K },
  goOn: () => Promise<boolean>,
): Promise<unknown> => LIVES[document.kind].wake(world, document, goOn);

/** Endings that came in the same moment are one write. */
async function bookArrived(world: World, ref: DocumentRef, lanes: Lanes): Promise<void> {
  const [first, ...more] = lanes.arrived.splice(0);
  if (first) await LIVES[ref.kind].book(world, ref.id, [first, ...more]);
}

/** Performs an effect unless its lane is busy. What breaks is kept, for the one who drains to throw. */
function start(world: World, document: AnyDocument, effect: Effect, lanes: Lanes): void {
  const isUnbooked = lanes.arrived.some((one) => one.effect.lane === effect.lane);
  if (lanes.running.has(effect.lane) || isUnbooked) return;
  const work = performOne(world, document, effect)
    .then((settlement) => {
      lanes.arrived.push({ effect, settlement });
    })
    .catch((error: unknown) => {
      lanes.broken ??= { by: error };
    })
    .finally(() => lanes.running.delete(effect.lane));
  lanes.running.set(effect.lane, work);
}

async function performOne(world: World, document: AnyDocument, effect: Effect): Promise<Settlement> {
  const began = world.clock.real();
  const settlement = await performSafely(world, document, effect);
  const ms = world.clock.real() - began;
  world.metrics.effect(effect.kind, settlement.kind, ms);
  const problem = 'problem' in settlement ? { problem: settlement.problem } : {};
  const { kind, id, tries } = effect;
  const facts = { ...nameOf(document), effect: kind, id, result: settlement.kind, tries, ms, ...problem };
  world.log.info(facts, 'effect');
  return settlement;
}

const nameOf = (document: AnyDocument): object =>
  document.kind === 'referral' ? { referral: document.referralId } : { [document.kind]: document.id };

/** What breaks while an effect is performed (a template, a record nobody thought of) counts as a failed try. */
async function performSafely(world: World, document: AnyDocument, effect: Effect): Promise<Settlement> {
  try {
    return await perform(world, document, effect);
  } catch (error) {
    if (error instanceof Fault) throw error;
    world.log.error({ ...nameOf(document), effect: effect.kind, id: effect.id, error }, 'an effect broke');
    return { kind: 'retry', at: retryAt(world, effect), problem: 'it broke here: see the log' };
  }
}

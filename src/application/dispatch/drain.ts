import type { AnyDocument, DocumentKind, Documents } from '../../domain/documents';
import type { Effect, Settlement } from '../../domain/effects';
import { readyEffects } from '../../domain/living/outbox';
import { withinBudget } from '../budget/within-budget';
import { readOnce } from '../living/read-once';
import { Fault } from '../ports/faults';
import type { Claimed, DocumentRef } from '../ports/store';
import type { World } from '../ports/world';
import type { Bell } from './bell';
import { retryAt } from './failures';
import { LIVES, type Settled } from './lives';
import { perform } from './perform';

/** A call takes at most 8 s, a shutdown 10 s: the lease outlives both. */
export const LEASE_MS = 30_000;
/** An effect takes two calls at most (16 s) and its booking. */
const RENEW_BELOW_MS = 22_000;

/** Cards in several places are shown within this time of each other. */
const TOGETHER_MS = 10;

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
 * Works on a claimed document until it needs nothing now. `until`: when its lease ends, real time in ms. Answers whether
 * the lease was given back already, with the last write.
 */
export async function drain(world: World, claimed: Claimed, shift: Shift, until: number): Promise<boolean> {
  let ends = until;
  const hold: Hold = async () => {
    if (ends - world.clock.real() >= RENEW_BELOW_MS) return true;
    ends = world.clock.real() + LEASE_MS;
    return world.store.renew(claimed, shift.holder, ends);
  };
  const work: Work = {
    ...{ world, once: roundOf(world, claimed.document), ref: claimed, shift, hold },
    ...{ running: new Map(), arrived: [], released: false },
  };
  try {
    await workOn(work, claimed.document);
  } finally {
    // Lanes still at work when this ends, by a fault too, are waited for: until then the document is nobody else's.
    while (work.running.size > 0) await Promise.all(work.running.values());
    await bookArrived(work);
  }
  if (work.broken) throw work.broken.by;
  return work.released;
}

/** What of one document is at work: lanes run side by side. */
interface Work {
  readonly world: World;
  /** The world of this round: what its effects and their booking read, they read once. */
  once: World;
  readonly ref: DocumentRef;
  readonly shift: Shift;
  readonly hold: Hold;
  readonly running: Map<string, Promise<void>>;
  /** What has ended and is not booked yet. */
  readonly arrived: Settled[];
  released: boolean;
  broken?: { readonly by: unknown };
}

const roundOf = (world: World, document: AnyDocument): World => ({
  ...world,
  store: readOnce(world.store, document),
});

async function workOn(work: Work, claimed: AnyDocument): Promise<void> {
  const { world, ref, hold, running } = work;
  const { bell, stopped } = work.shift;
  let known: AnyDocument | undefined = claimed;
  while (!stopped() && !work.broken && (await hold())) {
    // Asked for before the document is read: what changes meanwhile rings it.
    const rung = bell.next();
    const document: AnyDocument | undefined =
      (await bookArrived(work)) ?? known ?? (await world.store.get(ref.kind, ref.id));
    known = undefined;
    if (!document || work.released) return;
    // What ended while it was read is booked first: it would be performed twice.
    if (work.arrived.length > 0) continue;
    work.once = roundOf(world, document);
    for (const effect of readyEffects<Effect>(document.outbox as readonly Effect[], world.clock.now()))
      start(work, document, effect);
    if (running.size > 0) {
      await Promise.race([rung, ...running.values()]);
      // What ends in the same moment is booked together.
      if (running.size > 0 && work.arrived.length > 0)
        await Promise.race([Promise.all(running.values()), world.pause(TOGETHER_MS)]);
      continue;
    }
    if (document.wakeAt === null || document.wakeAt > world.clock.now()) return;
    await wake(work.once, document, async () => !stopped() && (await hold()));
  }
}

const wake = <K extends DocumentKind>(
  world: World,
  document: Documents[K] & { readonly kind: K },
  goOn: () => Promise<boolean>,
): Promise<unknown> => LIVES[document.kind].wake(world, document, goOn);

/** One write for all that has ended; it gives the lease back when nothing runs and nothing more is due. */
async function bookArrived(work: Work): Promise<AnyDocument | undefined> {
  const { world, once, ref, running, shift } = work;
  const [first, ...more] = work.arrived.splice(0);
  if (!first) return undefined;
  let isOver = false;
  const releases = ({ wakeAt }: { readonly wakeAt: number | null }): string | undefined => {
    isOver = running.size === 0 && (wakeAt === null || wakeAt > world.clock.now());
    return isOver ? shift.holder : undefined;
  };
  const document = await LIVES[ref.kind].book(once, ref.id, [first, ...more], releases);
  work.released = document !== undefined && isOver;
  return document;
}

/** Performs an effect unless its lane is busy. What breaks is kept, for the one who drains to throw. */
function start(work: Work, document: AnyDocument, effect: Effect): void {
  const isUnbooked = work.arrived.some((one) => one.effect.lane === effect.lane);
  if (work.running.has(effect.lane) || isUnbooked) return;
  const lane = performOne(work.once, document, effect)
    .then((settlement) => {
      work.arrived.push({ effect, settlement });
    })
    .catch((error: unknown) => {
      work.broken ??= { by: error };
    })
    .finally(() => work.running.delete(effect.lane));
  work.running.set(effect.lane, lane);
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
    return await perform({ ...world, messenger: withinBudget(world, document, effect) }, document, effect);
  } catch (error) {
    if (error instanceof Fault) throw error;
    world.log.error({ ...nameOf(document), effect: effect.kind, id: effect.id, error }, 'an effect broke');
    return { kind: 'retry', at: retryAt(world, effect), problem: 'it broke here: see the log' };
  }
}

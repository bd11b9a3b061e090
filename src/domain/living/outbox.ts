import type { DocumentBase } from './document';
import type { EffectBase, ParkedUntil } from './effect';

/** An effect is given up after so many tries, or so long after it was owed. */
export const MOST_TRIES = 20;
const LONGEST_MS = 3 * 86_400_000;
/** After an outage of our own all is old: it has some tries all the same. */
const FEWEST_TRIES = 5;
const DEAD_KEPT = 5;

type Bookkeeping = 'id' | 'owedAt' | 'tries' | 'notBefore';
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type EffectOf<D extends DocumentBase> = D['outbox'][number];
/** What is owed, without what the outbox itself keeps of it. */
export type EffectSpec<E extends EffectBase> = DistributiveOmit<E, Bookkeeping>;

/**
 * Puts an effect into the outbox. Its id is unique in the document's life: the version it came with, and a number.
 * `at`: not before this business time; its lane waits with it, so that it should have one of its own.
 */
export function owe<D extends DocumentBase>(
  document: D,
  spec: EffectSpec<EffectOf<D>>,
  now: number,
  at = now,
): D {
  const prefix = `${String(document.version + 1)}.`;
  const taken = document.outbox
    .filter((effect) => effect.id.startsWith(prefix))
    .map((effect) => Number(effect.id.slice(prefix.length)));
  const id = `${prefix}${String(Math.max(0, ...taken) + 1)}`;
  const effect: EffectBase = { ...spec, id, notBefore: at, owedAt: now, tries: 0 };
  return withOutbox(document, [...document.outbox, effect]);
}

/** The outbox of a document holds its own kinds of effects only: what is put in comes from `owe` or from the outbox itself. */
const withOutbox = <D extends DocumentBase>(document: D, outbox: readonly EffectBase[]): D => ({
  ...document,
  outbox,
});

export function change<D extends DocumentBase>(
  document: D,
  id: string,
  to: (effect: EffectOf<D>) => EffectBase | undefined,
): D {
  const outbox = document.outbox.flatMap((effect: EffectOf<D>): EffectBase[] => {
    if (effect.id !== id) return [effect];
    const next = to(effect);
    return next ? [next] : [];
  });
  return withOutbox(document, outbox);
}

/** Leaves out the effects that are so. The very same document when there are none. */
export function drop<D extends DocumentBase>(document: D, is: (effect: EffectOf<D>) => boolean): D {
  const outbox = document.outbox.filter((effect: EffectOf<D>) => !is(effect));
  return outbox.length === document.outbox.length ? document : withOutbox(document, outbox);
}

export const remove = <D extends DocumentBase>(document: D, id: string): D =>
  change(document, id, () => undefined);

/** Counts a failed try; an effect that had its share is dead: kept for health to count, in nobody's way. */
export function retry<E extends EffectBase>(effect: E, at: number, problem: string, now: number): E {
  const tries = effect.tries + 1;
  const old = now - effect.owedAt >= (effect.patience ?? LONGEST_MS) && tries >= FEWEST_TRIES;
  if (old || (tries >= MOST_TRIES && effect.patience === undefined))
    return { ...effect, tries, problem, dead: true };
  return { ...effect, tries, problem, notBefore: at };
}

/** Tries again what waited for an event (any, when none is named). The time it waited does not count. */
export function unpark<D extends DocumentBase>(document: D, now: number, until?: ParkedUntil): D {
  const outbox = document.outbox.map((effect) => {
    if (!effect.parked || (until && effect.parked !== until)) return effect;
    const { parked: _, ...free } = effect;
    return { ...free, notBefore: now, owedAt: now, tries: 0 };
  });
  return withOutbox(document, outbox);
}

/** The newest few dead effects are kept, so that a document cannot grow without end. */
export function buryDead<D extends DocumentBase>(document: D): D {
  const dead = document.outbox.filter((effect) => effect.dead);
  if (dead.length <= DEAD_KEPT) return document;
  const buried = new Set(dead.slice(0, dead.length - DEAD_KEPT).map((effect) => effect.id));
  return drop(document, (effect) => buried.has(effect.id));
}

/** The first effect of each lane that waits for nothing but its time: what is parked or dead stands aside. */
function laneHeads<E extends EffectBase>(outbox: readonly E[]): E[] {
  const heads = new Map<string, E>();
  for (const effect of outbox) {
    if (!effect.parked && !effect.dead && !heads.has(effect.lane)) heads.set(effect.lane, effect);
  }
  return [...heads.values()];
}

export const readyEffects = <E extends EffectBase>(outbox: readonly E[], now: number): E[] =>
  laneHeads(outbox).filter((effect) => effect.notBefore <= now);

/** When the outbox needs something next; undefined: never of itself. */
export function nextEffectAt(outbox: readonly EffectBase[]): number | undefined {
  const times = laneHeads(outbox).map((effect) => effect.notBefore);
  return times.length === 0 ? undefined : Math.min(...times);
}

const FIRST_WAIT_MS = 2_000;
/** Twenty tries then last 18 hours: an outage over one night is outlived. */
const LONGEST_WAIT_MS = 7_200_000;

/** Doubling waits with ±20 % jitter (`random` 0…1), never shorter than the service asked for. ms. */
export function backoff(tries: number, random: number, askedMs = 0): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (0.8 + 0.4 * random);
  return Math.max(Math.round(wait), askedMs);
}

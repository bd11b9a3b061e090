import type { DocumentKind } from '../../domain/documents';
import type { Claimed } from '../ports/store';
import type { World } from '../ports/world';
import { createBell } from './bell';
import { drain, LEASE_MS, type Shift } from './drain';
import { LIVES } from './lives';

const AT_ONCE = 8;
const LET_BE_MS = 2_000;
/** What lives here; a wake of another kind is left alone. */
const KINDS = Object.keys(LIVES) as readonly DocumentKind[];

export interface Dispatcher {
  /** Something may be due: looks at once. */
  readonly kick: () => void;
  /** Works until nothing is due; resolves then with how many documents were worked on meanwhile. */
  runDue(): Promise<number>;
  /** Takes on nothing new; resolves when what runs has ended. */
  stop(): Promise<void>;
}

/**
 * Finds documents whose wake has come, leases them and performs what they owe. Several processes may run one each over
 * one store. Different documents do not wait for each other.
 */
export function createDispatcher(world: World, holder: string): Dispatcher {
  const bell = createBell();
  const active = new Map<string, Promise<void>>();
  const state = {
    stopped: false,
    drained: 0,
    kicks: 0,
    /** The kicks that the newest look came after. */
    seen: 0,
    pumping: undefined as Promise<void> | undefined,
  };
  const look: Look = { active, more: true, drained: () => (state.drained += 1) };
  const shift: Shift = { holder, bell, stopped: () => state.stopped };
  const pumpOn = async (): Promise<void> => {
    for (;;) {
      // Asked for before the look: what becomes due meanwhile rings it.
      const rung = bell.next();
      if (look.more || state.seen !== state.kicks) {
        state.seen = state.kicks;
        await startDue(world, shift, look);
      }
      if (active.size > 0) await Promise.race([rung, ...active.values()]);
      // A kick that came while the store was asked may be about what the answer does not hold yet.
      else if (state.stopped || (!look.more && state.seen === state.kicks)) return;
    }
  };
  const run = (): Promise<void> => {
    state.pumping ??= pumpOn()
      .catch((error: unknown) => {
        world.log.error({ error }, 'looking for what is due failed; tried again soon');
      })
      .finally(() => {
        state.pumping = undefined;
        if (!state.stopped && state.seen !== state.kicks) void run();
      });
    return state.pumping;
  };
  return {
    kick: () => {
      state.kicks += 1;
      bell.ring();
      if (!state.stopped) void run();
    },
    runDue: async () => {
      const before = state.drained;
      state.kicks += 1;
      bell.ring();
      await run();
      // A pump that was just ending may have missed the ring: the second one sees it all.
      await run();
      return state.drained - before;
    },
    stop: async () => {
      state.stopped = true;
      bell.ring();
      await state.pumping;
      await Promise.allSettled(active.values());
    },
  };
}

interface Look {
  readonly active: Map<string, Promise<void>>;
  /** Something may be due without a kick: there was no room for it, or it became so while it was at work here. */
  more: boolean;
  readonly drained: () => void;
}

/** Starts what is due as far as there is room. */
async function startDue(world: World, shift: Shift, look: Look): Promise<void> {
  const { active, drained } = look;
  const limit = AT_ONCE - active.size;
  look.more = limit < 1;
  if (shift.stopped() || limit < 1) return;
  const realNow = world.clock.real();
  const claimed = await world.store.claim({
    now: world.clock.now(),
    realNow,
    until: realNow + LEASE_MS,
    holder: shift.holder,
    limit,
    kinds: KINDS,
  });
  look.more ||= claimed.length >= limit;
  for (const one of claimed) {
    const key = `${one.kind}:${one.id}`;
    // Work whose lease went with its last write may not have ended yet.
    const work = (active.get(key) ?? Promise.resolve())
      .then(() => drainSafely(world, one, shift, realNow + LEASE_MS))
      .then((released) => {
        look.more ||= !released;
        drained();
      })
      .finally(() => {
        if (active.get(key) === work) active.delete(key);
      });
    active.set(key, work);
  }
}

/**
 * Answers whether the lease was given back with the last write. A fault ends the work on this document only; its lease is
 * kept for a moment, so that a store in trouble is not asked on and on.
 */
async function drainSafely(world: World, claimed: Claimed, shift: Shift, until: number): Promise<boolean> {
  try {
    if (await drain(world, claimed, shift, until)) return true;
    await world.store.release(claimed, shift.holder);
  } catch (error) {
    world.log.error(
      { document: claimed.id, error },
      'work on a document failed; it is tried again in a moment',
    );
    // In vain if the store is in trouble itself: then the lease runs out.
    await world.store.renew(claimed, shift.holder, world.clock.real() + LET_BE_MS).catch(() => undefined);
  }
  return false;
}

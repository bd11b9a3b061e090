import type { DocumentRef } from '../store';
import type { World } from '../world';
import { createBell, type Bell } from './bell';
import { drain } from './drain';

const AT_ONCE = 8;

export interface Dispatcher {
  /** Something may be due: looks at once. */
  kick(): void;
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
  const state = { stopped: false, drained: 0, pumping: undefined as Promise<void> | undefined };
  const pumpOn = async (): Promise<void> => {
    while (!state.stopped && (await startDue(world, holder, bell, active, () => (state.drained += 1))))
      await Promise.race([bell.next(), ...active.values()]);
  };
  const run = (): Promise<void> => {
    state.pumping ??= pumpOn()
      .catch((error: unknown) => {
        world.log.error({ error }, 'looking for what is due failed; tried again soon');
      })
      .finally(() => (state.pumping = undefined));
    return state.pumping;
  };
  return {
    kick: () => {
      bell.ring();
      if (!state.stopped) void run();
    },
    runDue: async () => {
      const before = state.drained;
      bell.ring();
      await run();
      // A pump that was just ending may have missed the ring: the second one sees it all.
      await run();
      return state.drained - before;
    },
    stop: async () => {
      state.stopped = true;
      bell.ring();
      await Promise.allSettled(active.values());
    },
  };
}

/** Starts what is due as far as there is room. False: nothing is due and nothing runs. */
async function startDue(
  world: World,
  holder: string,
  bell: Bell,
  active: Map<string, Promise<void>>,
  drained: () => void,
): Promise<boolean> {
  const room = AT_ONCE - active.size;
  if (room <= 0) return true;
  const due = await world.store.due(world.clock.now(), world.clock.real(), room + active.size);
  for (const ref of due) {
    const key = `${ref.kind}:${ref.id}`;
    if (active.size >= AT_ONCE || active.has(key)) continue;
    active.set(
      key,
      drainSafely(world, ref, holder, bell).finally(() => {
        drained();
        active.delete(key);
      }),
    );
  }
  return active.size > 0;
}

/** A fault ends the work on this document only; its lease runs out and it is tried again. */
async function drainSafely(world: World, ref: DocumentRef, holder: string, bell: Bell): Promise<void> {
  try {
    await drain(world, ref, holder, bell);
  } catch (error) {
    world.log.error(
      { document: ref.id, error },
      'work on a document failed; it is tried again when its lease is over',
    );
  }
}

import type { Desk } from '../../domain/desk/desk';
import { stepDesk } from '../living/step-others';
import { Unavailable } from '../ports/faults';
import type { World } from '../ports/world';

/** Whether a desk that was lost can be tried again: Teams tells its team's channels, and this one is among them. */
export async function lookAgain(world: World, desk: Desk): Promise<void> {
  await stepDesk(world, desk.id, { kind: 'looked', isThere: await isThere(world, desk) });
}

async function isThere(world: World, desk: Desk): Promise<boolean> {
  try {
    const { channels } = await world.directory.names(desk);
    return desk.id === desk.team || channels[desk.id] !== undefined;
  } catch (error) {
    if (error instanceof Unavailable) return false;
    throw error;
  }
}

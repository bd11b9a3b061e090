import type { Person } from '../../domain/person/person';
import type { DeskInput } from '../../domain/desk/step';
import { stepDesk, stepPerson } from '../living/step-others';
import type { World } from '../ports/world';

const MOST_DESKS = 200;

/** The bot is (again) in a team: its desks are reachable, what waited for it is tried again. */
export async function teamInstalled(
  world: World,
  team: string,
  serviceUrl: string,
  by?: Person,
): Promise<void> {
  if (by) await stepPerson(world, by.id, { kind: 'installed', team });
  await stepDesks(world, team, { kind: 'back', serviceUrl });
}

export const teamRemoved = (world: World, team: string): Promise<void> =>
  stepDesks(world, team, { kind: 'lost' });

async function stepDesks(world: World, team: string, input: DeskInput): Promise<void> {
  const { items } = await world.store.list('desk', { key: `team/${team}` }, MOST_DESKS);
  for (const { id } of items) await stepDesk(world, id, input);
}

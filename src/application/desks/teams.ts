import type { Person } from '../../domain/person/person';
import { changeDocument } from '../operate/change-document';
import { unparkAll } from '../receive/routing';
import type { World } from '../ports/world';

const MOST_DESKS = 200;

/** The bot is (again) in a team: its desks are reachable, what waited for it is tried again. */
export async function teamInstalled(
  world: World,
  team: string,
  serviceUrl: string,
  by?: Person,
): Promise<void> {
  if (by) await rememberInstaller(world, by.id, team);
  await changeDesks(world, team, serviceUrl, true);
  await unparkAll(world, 'bot-installed');
}

export const teamRemoved = (world: World, team: string): Promise<void> =>
  changeDesks(world, team, undefined, false);

async function changeDesks(
  world: World,
  team: string,
  serviceUrl: string | undefined,
  reachable: boolean,
): Promise<void> {
  const { items } = await world.store.list('desk', { key: `team/${team}` }, MOST_DESKS);
  for (const { id } of items) {
    await changeDocument(world.store, 'desk', id, (desk) => {
      const url = serviceUrl ?? desk.serviceUrl;
      const same = desk.reachable === reachable && desk.serviceUrl === url;
      return { document: same ? desk : { ...desk, reachable, serviceUrl: url }, result: undefined };
    });
  }
}

async function rememberInstaller(world: World, person: string, team: string): Promise<void> {
  await changeDocument(world.store, 'person', person, (known) => ({
    document: known.installed?.includes(team)
      ? known
      : { ...known, installed: [...(known.installed ?? []), team] },
    result: undefined,
  }));
}

import type { Desk } from '../../domain/desk/desk';
import type { DeskInput } from '../../domain/desk/step';
import { personId, type Person } from '../../domain/person/person';
import { stepDesk, stepPerson } from '../living/step-others';
import type { World } from '../ports/world';

const MOST = 200;

/** What Teams says has happened to a team that the bot is in. `channel`, `team`: their ids in Teams. */
export type TeamChange =
  | { readonly kind: 'channel-renamed'; readonly channel: string; readonly name: string }
  | { readonly kind: 'channel-deleted'; readonly channel: string }
  | { readonly kind: 'channel-restored'; readonly channel: string; readonly serviceUrl: string }
  /** General goes by its team's name. */
  | { readonly kind: 'team-renamed'; readonly team: string; readonly name: string }
  /** Deleted, archived, or the app taken out of it. */
  | { readonly kind: 'team-closed'; readonly team: string }
  | { readonly kind: 'team-opened'; readonly team: string; readonly serviceUrl: string }
  | {
      readonly kind: 'members';
      readonly team: string;
      readonly tenant: string;
      readonly joined: readonly Member[];
      readonly left: readonly Member[];
    };

interface Member {
  readonly teamsId: string;
  readonly aadObjectId?: string;
}

/** The bot is (again) in a team: its desks are reachable, what waited for it is tried again. */
export async function teamInstalled(
  world: World,
  team: string,
  serviceUrl: string,
  by?: Person,
): Promise<void> {
  if (by) await stepPerson(world, by.id, { kind: 'installed', team });
  await teamChanged(world, { kind: 'team-opened', team, serviceUrl });
}

export async function teamChanged(world: World, change: TeamChange): Promise<void> {
  switch (change.kind) {
    case 'channel-renamed':
      await stepDesk(world, change.channel, { kind: 'renamed', name: change.name });
      return;
    case 'channel-deleted':
      await stepDesk(world, change.channel, { kind: 'lost', why: 'channel-deleted' });
      return;
    case 'channel-restored':
      await stepDesk(world, change.channel, { kind: 'back', serviceUrl: change.serviceUrl });
      return;
    case 'team-renamed':
      await stepDesks(
        world,
        change.team,
        { kind: 'renamed', name: change.name },
        ({ id }) => id === change.team,
      );
      return;
    case 'team-closed':
      world.directory.changed(change.team);
      return stepDesks(world, change.team, { kind: 'lost', why: 'removed' });
    case 'team-opened':
      world.directory.changed(change.team);
      // A channel that is gone does not come back with its team.
      return stepDesks(
        world,
        change.team,
        { kind: 'back', serviceUrl: change.serviceUrl },
        ({ lost }) => lost?.why !== 'channel-deleted',
      );
    case 'members':
      return membersChanged(world, change);
  }
}

async function membersChanged(world: World, change: Extract<TeamChange, { kind: 'members' }>): Promise<void> {
  world.directory.changed(change.team);
  const ids = async (members: readonly Member[]): Promise<readonly string[]> =>
    (await Promise.all(members.map((member) => idsOf(world, change.tenant, member)))).flat();
  const [joined, left] = await Promise.all([ids(change.joined), ids(change.left)]);
  await stepDesks(world, change.team, { kind: 'members', joined, left });
}

/** Teams may name somebody who has left by its own id alone. */
async function idsOf(
  world: World,
  tenant: string,
  { aadObjectId, teamsId }: Member,
): Promise<readonly string[]> {
  if (aadObjectId !== undefined) return [personId(tenant, aadObjectId)];
  const { items } = await world.store.list('person', { key: `teams/${teamsId}` }, MOST);
  return items.map(({ id }) => id);
}

async function stepDesks(
  world: World,
  team: string,
  input: DeskInput,
  which: (desk: Desk) => boolean = () => true,
): Promise<void> {
  const { items } = await world.store.list('desk', { key: `team/${team}` }, MOST);
  for (const desk of items.filter(which)) await stepDesk(world, desk.id, input);
}

import type { Desk } from '../../domain/desk/desk';
import type { Actor } from '../../domain/operations/operation';
import { refTo, type Person } from '../../domain/person/person';
import { seen } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import type { RosterMember } from '../ports/ports';
import type { ChannelPlace, Refusal } from '../use-cases';
import type { World } from '../ports/world';

const MOST_DESKS = 200;

/** Whether a person belongs to a desk: named by it, or in its channel. Throws `Unavailable` when Teams cannot tell. */
async function belongsTo(world: World, desk: Desk, person: Person): Promise<boolean> {
  const named = [...desk.answers, ...desk.managers, desk.boundBy].some((one) => one.id === person.id);
  return named || (desk.tenant === person.tenant && (await world.directory.isMember(desk, person)));
}

/** The desk of a referral, if this person may act on it there. */
export async function deskFor(world: World, referral: Referral, person: Person): Promise<Desk | Refusal> {
  const desk = referral.own.desk ? await world.store.get('desk', referral.own.desk) : undefined;
  if (!desk) return { kind: 'no-desk' };
  if (referral.own.owner?.id === person.id || (await belongsTo(world, desk, person))) return desk;
  return { kind: 'not-yours' };
}

const isManager = (desk: Desk, person: Person): boolean =>
  desk.managers.some((manager) => manager.id === person.id);

/** The desks that a person belongs to, the first bound first. */
export async function desksOf(world: World, person: Person): Promise<{ all: number; own: readonly Desk[] }> {
  const { items } = await world.store.list('desk', {}, MOST_DESKS);
  const own: Desk[] = [];
  for (const desk of items) if (await belongsTo(world, desk, person)) own.push(desk);
  return { all: items.length, own };
}

/** A person as operations judge them. Whether they are a colleague on a deal is told by their addresses, of which Teams has more. */
export async function actorFor(world: World, referral: Referral, desk: Desk, person: Person): Promise<Actor> {
  const { stage, colleagues } = seen(referral);
  const sure = referral.own.owner?.id === person.id || isManager(desk, person);
  const asked = stage !== 'received' && colleagues.length > 0 && !sure;
  const member = asked ? await inRoster(world, desk, person) : undefined;
  const addresses = [person.email, member?.email, member?.userPrincipalName];
  return {
    ...refTo(person),
    addresses: addresses.flatMap((address) => (address ? [address.toLowerCase()] : [])),
  };
}

/** What Teams says of a person in a desk's team: an activity tells neither address nor sign-in name. */
async function inRoster(
  world: World,
  desk: Parameters<World['directory']['roster']>[0],
  person: Person,
): Promise<RosterMember | undefined> {
  const id = person.aadObjectId.toLowerCase();
  return (await world.directory.roster(desk)).find((member) => member.aadObjectId?.toLowerCase() === id);
}

/** Named in the settings, by object id, sign-in name or e-mail. */
export function isNamedAdmin(
  world: World,
  person: Pick<RosterMember, 'aadObjectId' | 'email' | 'userPrincipalName'>,
): boolean {
  const names = [person.aadObjectId, person.email, person.userPrincipalName].map((name) =>
    name?.toLowerCase(),
  );
  return world.settings.admins.some((admin) => names.includes(admin.toLowerCase()));
}

/** Who may set up: the admins named; else whoever added the app to the team, and the managers they named. */
export async function mayBind(
  world: World,
  place: Omit<ChannelPlace, 'name'>,
  desk: Desk | undefined,
  person: Person,
): Promise<boolean> {
  const { team } = place;
  if (world.settings.admins.length > 0) {
    if (isNamedAdmin(world, person)) return true;
    const member = await inRoster(world, place, person);
    return member !== undefined && isNamedAdmin(world, member);
  }
  const { items: installers } = await world.store.list('person', { key: `installed/${team}` }, MOST_DESKS);
  if (installers.some((one) => one.id === person.id)) return true;
  // Nobody knows who added the app: whoever comes first binds, and from then on it is theirs and the managers'.
  if (!desk) return installers.length === 0;
  return isManager(desk, person) || desk.boundBy.id === person.id;
}

import { present, type Desk } from '../../domain/desk/desk';
import type { Actor } from '../../domain/operations/operation';
import { refTo, type Person } from '../../domain/person/person';
import { seen } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk, boundDesks } from '../desks/bound';
import { Unavailable } from '../ports/faults';
import type { RosterMember } from '../ports/ports';
import type { DeskPlace } from '../../domain/operations/operation';
import type { Refusal } from './refusal';
import type { World } from '../ports/world';

const MOST_DESKS = 200;
const ASKED_AT_ONCE = 8;

/** `lost`: the desk is out of reach, and nobody can say who belongs to it; `unanswered`: Teams does not tell now. */
type Belongs = 'yes' | 'no' | 'lost' | 'unanswered';

const isNamed = (desk: Desk, person: Person): boolean =>
  [...desk.answers, ...desk.managers, desk.boundBy].some((one) => one.id === person.id);

/**
 * Whether a person belongs to a desk: in its team, as Teams says. While Teams does not say, those who are named for something
 * there are believed to be, unless they are known to have left.
 */
async function belongsTo(world: World, desk: Desk, person: Person): Promise<Belongs> {
  if (desk.tenant !== person.tenant || desk.left?.includes(person.id)) return 'no';
  if (!desk.reachable) return 'lost';
  try {
    return (await world.directory.isMember(desk, person)) ? 'yes' : 'no';
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return isNamed(desk, person) ? 'yes' : 'unanswered';
  }
}

const lost = (desk: Desk): Refusal => ({
  kind: 'desk-lost',
  desks: [desk.name],
  ...(desk.lost ? { why: desk.lost.why } : {}),
});

/** The desk of a referral, if this person may act on it there. Throws `Unavailable` when Teams cannot tell. */
export async function deskFor(world: World, referral: Referral, person: Person): Promise<Desk | Refusal> {
  const desk = await boundDesk(world.store, referral.own.desk);
  if (!desk) return { kind: 'no-desk' };
  if (referral.own.owner?.id === person.id && !desk.left?.includes(person.id)) return desk;
  switch (await belongsTo(world, desk, person)) {
    case 'yes':
      return desk;
    case 'no':
      return { kind: 'not-yours' };
    case 'lost':
      return lost(desk);
    case 'unanswered':
      throw new Unavailable('Teams');
  }
}

const isManager = (desk: Desk, person: Person): boolean =>
  present(desk, desk.managers).some((manager) => manager.id === person.id);

/** The desks there are, for one person. */
export interface DesksOf {
  readonly all: number;
  /** Those that they belong to, the first bound first. */
  readonly own: readonly Desk[];
  /** Of the others, those that may be theirs: nobody can tell now. */
  readonly leftOut: readonly Desk[];
}

/** Each desk is asked about at the same time as others, so many at once. Throws `Unavailable` when Teams tells nothing at all. */
export async function desksOf(world: World, person: Person): Promise<DesksOf> {
  const items = await boundDesks(world.store, MOST_DESKS);
  const belongs: Belongs[] = [];
  for (let from = 0; from < items.length; from += ASKED_AT_ONCE) {
    const some = items.slice(from, from + ASKED_AT_ONCE);
    belongs.push(...(await Promise.all(some.map((desk) => belongsTo(world, desk, person)))));
  }
  const those = (...which: readonly Belongs[]): Desk[] =>
    items.filter((_, at) => which.includes(belongs[at] ?? 'no'));
  const own = those('yes');
  if (own.length === 0 && those('lost').length === 0 && those('unanswered').length > 0)
    throw new Unavailable('Teams');
  const unknown = those('lost', 'unanswered');
  // Somebody with a desk of their own is told only of those that name them.
  const leftOut = own.length === 0 ? unknown : unknown.filter((desk) => isNamed(desk, person));
  return { all: items.length, own, leftOut };
}

/** Why a person has no desk to look at. */
export const withoutDesk = ({ leftOut: [first, ...more] }: DesksOf): Refusal =>
  first === undefined
    ? { kind: 'not-yours' }
    : more.length === 0
      ? lost(first)
      : { kind: 'desk-lost', desks: [first, ...more].map(({ name }) => name) };

/** A person as operations judge them. Whether they are a colleague on a deal is told by their addresses, of which Teams has more. */
export async function actorFor(world: World, referral: Referral, desk: Desk, person: Person): Promise<Actor> {
  const { stage, colleagues } = seen(referral);
  const sure = referral.own.owner?.id === person.id || isManager(desk, person);
  const asked = stage !== 'received' && colleagues.length > 0 && !sure;
  return actor(desk, person, asked ? await inRoster(world, desk, person) : undefined);
}

/** A person with the address that Teams knows, as far as it tells now: it is proposed and nothing rests on it. */
export async function actorAt(world: World, desk: Desk, person: Person): Promise<Actor> {
  try {
    return actor(desk, person, await inRoster(world, desk, person));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return actor(desk, person, undefined);
  }
}

function actor(desk: Desk, person: Person, member: RosterMember | undefined): Actor {
  const addresses = [person.email, member?.email, member?.userPrincipalName];
  return {
    ...refTo(person),
    zone: person.zone ?? desk.zone,
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
  place: Omit<DeskPlace, 'name'>,
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
  return isManager(desk, person) || (desk.boundBy.id === person.id && !desk.left?.includes(person.id));
}

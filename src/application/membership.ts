import type { Desk } from '../domain/desk';
import type { Person } from '../domain/person';
import type { Referral } from '../domain/referral';
import type { Refusal } from './use-cases';
import type { World } from './world';

const MOST_DESKS = 200;

/** Whether a person belongs to a desk: named by it, or in its channel. Throws `Unavailable` when Teams cannot tell. */
export async function belongsTo(world: World, desk: Desk, person: Person): Promise<boolean> {
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

export const isManager = (desk: Desk, person: Person): boolean =>
  desk.managers.some((manager) => manager.id === person.id);

/** The desks that a person belongs to, the first bound first. */
export async function desksOf(world: World, person: Person): Promise<{ all: number; own: readonly Desk[] }> {
  const { items } = await world.store.list('desk', {}, MOST_DESKS);
  const own: Desk[] = [];
  for (const desk of items) if (await belongsTo(world, desk, person)) own.push(desk);
  return { all: items.length, own };
}

/** Who may set up: the admins named; else whoever added the app to the team, and the managers they named. */
export async function mayBind(
  world: World,
  team: string,
  desk: Desk | undefined,
  person: Person,
): Promise<boolean> {
  const { admins } = world.settings;
  if (admins.length > 0) {
    const names = [person.aadObjectId, person.email ?? ''].map((name) => name.toLowerCase());
    return admins.some((admin) => names.includes(admin.toLowerCase()));
  }
  const installers = await world.store.list('person', { key: `installed/${team}` }, MOST_DESKS);
  if (installers.items.length === 0 || installers.items.some((one) => one.id === person.id)) return true;
  return desk !== undefined && (isManager(desk, person) || desk.boundBy.id === person.id);
}

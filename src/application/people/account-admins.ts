import { present } from '../../domain/desk/desk';
import type { Person } from '../../domain/person/person';
import { boundDesks } from '../desks/bound';
import type { World } from '../ports/world';
import { isNamedAdmin } from './membership';

const MOST_DESKS = 200;

/** Who may see to Partner Center's accounts: the admins named; else whoever bound a desk, and no managers. */
export async function maySetUpAccounts(world: World, person: Person): Promise<boolean> {
  if (world.settings.admins.length > 0) {
    if (isNamedAdmin(world, person)) return true;
    const member = await world.directory.profile(person);
    return member !== undefined && isNamedAdmin(world, member);
  }
  const desks = await boundDesks(world.store, MOST_DESKS);
  return desks.some((desk) => present(desk, [desk.boundBy]).some((one) => one.id === person.id));
}

import type { Desk } from '../../domain/desk/desk';
import type { Entry } from '../../domain/deal/entries';
import { namesOf } from '../../domain/forms/accept-start';
import type { Known } from '../../domain/forms/people';
import { offeredTo, withUsed } from '../../domain/person/colleagues';
import type { Person } from '../../domain/person/person';
import { changeDocument } from '../living/change-document';
import { Unavailable } from '../ports/faults';
import type { RosterMember } from '../ports/ports';
import type { World } from '../ports/world';

const known = (aadObjectId: string, name: string, email = '', phone = ''): Known => ({
  value: aadObjectId.toLowerCase(),
  entry: Object.fromEntries(
    Object.entries({ ...namesOf(name), email, phone }).filter(([, text]) => text !== ''),
  ),
});

/** Where Teams does not tell who is there, nobody is offered from it. */
async function members(world: World, desk: Desk): Promise<readonly RosterMember[]> {
  try {
    const roster = await world.directory.roster(desk);
    return roster.filter((one) => (one.tenant ?? desk.tenant) === desk.tenant);
  } catch (fault) {
    if (fault instanceof Unavailable) return [];
    throw fault;
  }
}

/** Whom a person may put on a deal of this desk, themselves first. */
export async function knownColleagues(world: World, desk: Desk, by: Person): Promise<readonly Known[]> {
  const { aadObjectId, name, email, choices = {}, colleagues = [] } = by;
  const there = (await members(world, desk)).flatMap((one) =>
    one.aadObjectId ? [known(one.aadObjectId, one.name, one.email)] : [],
  );
  // Before those used lately were kept, one's own number and address were kept with what was chosen last.
  const self = known(aadObjectId, name, email ?? choices['new-deal.email'], choices['new-deal.phone']);
  return offeredTo(self, there, colleagues);
}

/** Who was put on a deal is offered first the next time, with their phone. */
export async function keepColleague(
  world: World,
  entry: Entry,
  { id, colleagues = [] }: Person,
): Promise<void> {
  if (withUsed(colleagues, entry) === colleagues) return;
  await changeDocument(world.store, 'person', id, (person) => ({
    document: { ...person, colleagues: withUsed(person.colleagues ?? [], entry) },
    result: undefined,
  }));
}

import type { Desk } from '../../domain/desk/desk';
import type { Entry } from '../../domain/deal/entries';
import { namesOf } from '../../domain/forms/accept-start';
import type { Known } from '../../domain/forms/people';
import { byName, offeredTo, withUsed } from '../../domain/person/colleagues';
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

/** A roster is kept for a while, and each form looks at it: who is there, by name. */
const knownOf = new WeakMap<readonly RosterMember[], readonly Known[]>();

function allKnown(roster: readonly RosterMember[], { tenant }: Desk): readonly Known[] {
  const kept = knownOf.get(roster);
  if (kept) return kept;
  const there = roster
    .filter((one) => (one.tenant ?? tenant) === tenant)
    .flatMap((one) => (one.aadObjectId ? [known(one.aadObjectId, one.name, one.email)] : []));
  const sorted = byName(there);
  knownOf.set(roster, sorted);
  return sorted;
}

/** Where Teams does not tell who is there, nobody is offered from it. */
async function members(world: World, desk: Desk): Promise<readonly Known[]> {
  try {
    return allKnown(await world.directory.roster(desk), desk);
  } catch (fault) {
    if (fault instanceof Unavailable) return [];
    throw fault;
  }
}

/** Whom a person may put on a deal of this desk, themselves first. */
export async function knownColleagues(world: World, desk: Desk, by: Person): Promise<readonly Known[]> {
  const { aadObjectId, name, email, choices = {}, colleagues = [] } = by;
  const there = await members(world, desk);
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

import { NEW_DOCUMENT } from '../../domain/living/document';
import type { Desk } from '../../domain/desk/desk';
import { stepDesk as step, type DeskRules } from '../../domain/desk/step';
import type { DraftPlace } from '../../domain/draft/draft';
import type { Answers } from '../../domain/forms/form';
import { personId, refTo, type Person, type PersonRef } from '../../domain/person/person';
import { stepDesk } from '../living/step-others';
import { isNamedAdmin } from '../people/membership';
import { seePerson } from '../people/people';
import type { World } from '../ports/world';

/** Binds a channel as a desk, or changes its rules. Referrals that came before any desk are shown there. */
export async function bindDesk(world: World, place: DraftPlace, answers: Answers, by: Person): Promise<Desk> {
  const chosen = (field: string): string[] => (answers[field] ?? '').split(',').map((id) => id.trim());
  const people = await chosenPeople(world, place, new Set([...chosen('answers'), ...chosen('managers')]), by);
  const named = (field: string): PersonRef[] => chosen(field).flatMap((id) => people.get(id) ?? []);
  const rules = {
    answers: named('answers'),
    managers: named('managers'),
    language: answers['language'] ?? world.settings.language,
    zone: answers['zone'] ?? world.settings.zone,
    currency: answers['currency'] ?? 'USD',
    team: place.team,
    name: place.name,
    serviceUrl: place.serviceUrl,
  };
  const desk = await keep(world, place, rules, by);
  world.kick();
  return desk;
}

async function keep(world: World, place: DraftPlace, rules: DeskRules, by: Person): Promise<Desk> {
  for (;;) {
    const changed = await stepDesk(world, place.channel, { kind: 'ruled', rules });
    if (changed) return changed;
    const born: Desk = {
      ...NEW_DOCUMENT,
      kind: 'desk',
      id: place.channel,
      tenant: place.tenant,
      boundBy: refTo(by),
      boundAt: world.clock.now(),
      reachable: true,
      ...rules,
    };
    const desk = step(born, { kind: 'ruled', rules }, world.clock.now());
    if (await world.store.insert('desk', desk)) return { ...desk, version: 1 };
  }
}

/**
 * Those chosen, by person id. Those of the roster, and admins, become known people, so that they can be mentioned and written to;
 * who was chosen before and is not in the roster (any more) stays.
 */
async function chosenPeople(
  world: World,
  place: DraftPlace,
  chosen: ReadonlySet<string>,
  by: Person,
): Promise<Map<string, PersonRef>> {
  const roster = await world.directory.roster(place);
  const desk = await world.store.get('desk', place.channel);
  const before = [...(desk?.answers ?? []), ...(desk?.managers ?? []), refTo(by)];
  const people = new Map<string, PersonRef>(before.map((person) => [person.id, person]));
  for (const member of roster) {
    if (member.aadObjectId === undefined || (member.tenant ?? place.tenant) !== place.tenant) continue;
    const { aadObjectId, name, teamsId, email } = member;
    if (!chosen.has(personId(place.tenant, aadObjectId)) && !isNamedAdmin(world, member)) continue;
    await seePerson(world, {
      tenant: place.tenant,
      aadObjectId,
      name,
      teamsId,
      serviceUrl: place.serviceUrl,
      ...(email ? { email } : {}),
    });
    people.set(personId(place.tenant, aadObjectId), { id: personId(place.tenant, aadObjectId), name });
  }
  return people;
}

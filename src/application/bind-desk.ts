import { NEW_DOCUMENT } from '../domain/document';
import type { Desk } from '../domain/desk';
import type { DraftPlace } from '../domain/draft';
import type { Answers } from '../domain/forms/form';
import { personId, refTo, type Person, type PersonRef } from '../domain/person';
import { changeDocument } from './change-document';
import { seePerson } from './people';
import { routeWaiting, rulesChanged } from './routing';
import type { World } from './world';

/** Binds a channel as a desk, or changes its rules. Referrals that came before any desk are shown there. */
export async function bindDesk(world: World, place: DraftPlace, answers: Answers, by: Person): Promise<Desk> {
  const people = await chosenPeople(world, place, by);
  const named = (ids: string | undefined): PersonRef[] =>
    (ids ?? '').split(',').flatMap((id) => people.get(id.trim()) ?? []);
  const rules = {
    answers: named(answers['answers']),
    managers: named(answers['managers']),
    language: answers['language'] ?? world.settings.language,
    zone: answers['zone'] ?? world.settings.zone,
    currency: answers['currency'] ?? 'USD',
    team: place.team,
    name: place.name,
    serviceUrl: place.serviceUrl,
    reachable: true,
  };
  const desk = await keep(world, place, rules, by);
  await routeWaiting(world, desk.id);
  await rulesChanged(world, desk.id);
  world.kick();
  return desk;
}

type Rules = Omit<Desk, keyof typeof NEW_DOCUMENT | 'kind' | 'id' | 'tenant' | 'boundBy' | 'boundAt'>;

async function keep(world: World, place: DraftPlace, rules: Rules, by: Person): Promise<Desk> {
  for (;;) {
    const changed = await changeDocument(world.store, 'desk', place.channel, (desk) => ({
      document: { ...desk, ...rules },
      result: undefined,
    }));
    if (changed) return changed.document;
    const desk: Desk = {
      ...NEW_DOCUMENT,
      kind: 'desk',
      id: place.channel,
      tenant: place.tenant,
      boundBy: refTo(by),
      boundAt: world.clock.now(),
      ...rules,
    };
    if (await world.store.insert('desk', desk)) return { ...desk, version: 1 };
  }
}

/** Whoever can be chosen, by person id; those of the roster become known people, so that they can be mentioned and written to. */
async function chosenPeople(world: World, place: DraftPlace, by: Person): Promise<Map<string, PersonRef>> {
  const roster = await world.directory.roster({ id: place.channel, ...place });
  const people = new Map<string, PersonRef>([[by.id, refTo(by)]]);
  for (const member of roster) {
    if (member.aadObjectId === undefined || (member.tenant ?? place.tenant) !== place.tenant) continue;
    const { aadObjectId, name, teamsId, email } = member;
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

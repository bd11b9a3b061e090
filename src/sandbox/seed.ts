import { changeDesk } from '../application/operate/change-desk';
import { choicesOf } from '../application/operate/subject';
import { seePerson } from '../application/people/people';
import type { World } from '../application/ports/world';
import { bind } from '../domain/operations/bind';
import { personId } from '../domain/person/person';
import type { TeamsSandbox } from './teams/teams-sandbox';

/** Where most of the sample people are; a zone that the settings name goes before it. */
const ZONE = 'Europe/Berlin';
const UNSET = 'UTC';

/** The sandbox starts with a bound desk: the first seller answers, the manager manages. Once only. */
export async function seedDesk(world: World, teams: TeamsSandbox, serviceUrl: string): Promise<void> {
  if (await world.store.get('desk', teams.channel.id)) return;
  const { tenant } = teams;
  const place = {
    channel: teams.channel.id,
    team: teams.team.id,
    tenant,
    serviceUrl,
    name: teams.channel.name,
  };
  const [seller] = teams.people.filter((person) => person.role === 'seller');
  const manager = teams.people.find((person) => person.role === 'manager');
  if (!seller || !manager) return;
  const { zone: set, language } = world.settings;
  const zone = set === UNSET ? ZONE : set;
  const by = await seePerson(world, {
    tenant,
    aadObjectId: seller.aadObjectId,
    name: seller.name,
    zone: ZONE,
  });
  const answers = {
    answers: by.id,
    managers: personId(tenant, manager.aadObjectId),
    language,
    zone,
    currency: 'EUR',
  };
  const roster = await world.directory.roster(place);
  const people = choicesOf(roster, tenant, by);
  const subject = { kind: 'desk', operation: bind, place, desk: undefined, people } as const;
  await changeDesk(world, subject, answers, by);
}

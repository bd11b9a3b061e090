import { changeDesk } from '../../src/application/operate/change-desk';
import { choicesOf } from '../../src/application/operate/subject';
import type { RosterMember } from '../../src/application/ports/ports';
import type { World } from '../../src/application/ports/world';
import type { Desk } from '../../src/domain/desk/desk';
import { bind } from '../../src/domain/operations/bind';
import type { Person } from '../../src/domain/person/person';

const idsOf = (people: readonly Person[]): string => people.map((one) => one.id).join(',');

/** Binds a channel as whoever answers first there: nobody is asked whether they may. */
export async function boundAs(
  world: World,
  roster: readonly RosterMember[],
  channel: string,
  answers: readonly Person[],
  managers: readonly Person[],
): Promise<Desk> {
  const [by] = answers;
  if (!by) throw new Error('somebody must answer');
  const place = {
    channel,
    team: `team-${channel}`,
    tenant: 't',
    serviceUrl: 'https://smba/',
    name: channel,
  };
  const before = await world.store.get('desk', channel);
  const people = choicesOf(roster, 't', by, before);
  const subject = { kind: 'desk', operation: bind, place, desk: before, people } as const;
  const chosen = { answers: idsOf(answers), managers: idsOf(managers) };
  const rules = { language: 'en', zone: 'UTC', currency: 'EUR' };
  const end = await changeDesk(world, subject, { ...chosen, ...rules }, by);
  if (end.kind !== 'ended' || !end.desk) throw new Error('it is no desk');
  return end.desk;
}

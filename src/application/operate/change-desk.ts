import type { Desk } from '../../domain/desk/desk';
import { stepDesk as step } from '../../domain/desk/step';
import type { Answers } from '../../domain/forms/form';
import type { DeskDoing, DeskPlace } from '../../domain/operations/operation';
import { personId, refTo, type Person, type PersonRef } from '../../domain/person/person';
import { channelName } from '../desks/names';
import { isNamedAdmin } from '../people/membership';
import { seePerson } from '../people/people';
import { stepDesk } from '../living/step-others';
import { accountName, namedAccounts } from '../sync/account-names';
import { offersOwnRight } from '../sync/own-right';
import { goingElsewhere } from '../receive/routing';
import type { World } from '../ports/world';
import type { FormEnd } from './form-answer';
import type { Refusal } from '../people/refusal';
import type { OnDesk } from './subject';

/** Does an operation to a desk. */
export async function changeDesk(
  world: World,
  subject: OnDesk,
  answers: Answers,
  by: Person,
): Promise<FormEnd | Refusal> {
  const place = await named(world, subject.place);
  const doing: DeskDoing = {
    desk: subject.desk,
    place,
    answers,
    by: { ...refTo(by), ...(by.zone === undefined ? {} : { zone: by.zone }) },
    people: subject.operation.givesUp ? [] : await chosenPeople(world, subject, answers),
    accounts: namedAccounts(world),
    ownRight: offersOwnRight(world),
    ...(subject.heir && { heir: subject.heir }),
    defaults: { language: world.settings.language, zone: world.settings.zone },
    now: world.clock.now(),
  };
  const desk = await keep(world, subject, doing);
  if (!desk) return { kind: 'no-desk' };
  world.kick();
  world.metrics.command(subject.operation.name, 'updated');
  return deskEnd(world, subject, desk, 'updated');
}

/** New referrals come to the desk that was bound first: another one says so. */
export async function deskEnd(
  world: World,
  { operation }: OnDesk,
  desk: Desk,
  outcome: 'updated' | 'unchanged',
): Promise<FormEnd> {
  return {
    kind: 'ended',
    outcome: { kind: outcome },
    operation: operation.name,
    wrote: {},
    desk,
    ...(await goingElsewhere(world, desk.id)),
    ...(desk.accounts?.length ? { fedBy: desk.accounts.map((one) => accountName(world, one)) } : {}),
  };
}

/** Teams' messages do not say what their channel is called. */
async function named(world: World, place: DeskPlace): Promise<DeskPlace> {
  return place.name === ''
    ? { ...place, name: await channelName(world.directory, place.channel, place) }
    : place;
}

async function keep(world: World, { operation, place }: OnDesk, doing: DeskDoing): Promise<Desk | undefined> {
  const input = operation.change(doing);
  for (;;) {
    const changed = await stepDesk(world, place.channel, input);
    const born = changed ? undefined : operation.born?.(doing);
    if (!born) return changed;
    const desk = step(born, input, doing.now);
    if (await world.store.insert('desk', desk)) return { ...desk, version: 1 };
  }
}

/**
 * Those who may be chosen. Those of the roster that were, and admins, become known people, so that they can be mentioned and
 * written to; who was chosen before and is not in the roster (any more) stays.
 */
async function chosenPeople(
  world: World,
  { place, people }: OnDesk,
  answers: Answers,
): Promise<readonly PersonRef[]> {
  const { tenant, serviceUrl } = place;
  const chosen = new Set(Object.values(answers).flatMap((ids) => ids.split(',').map((id) => id.trim())));
  for (const member of await world.directory.roster(place)) {
    const { aadObjectId, name, teamsId, email, userPrincipalName } = member;
    if (aadObjectId === undefined || (member.tenant ?? tenant) !== tenant) continue;
    if (!chosen.has(personId(tenant, aadObjectId)) && !isNamedAdmin(world, member)) continue;
    const known = { ...(email ? { email } : {}), ...(userPrincipalName ? { userPrincipalName } : {}) };
    await seePerson(world, { tenant, aadObjectId, name, teamsId, serviceUrl, ...known });
  }
  return people;
}

import { NEW_DOCUMENT } from '../../domain/living/document';
import { personId, type Person } from '../../domain/person/person';
import { stepPerson as step } from '../../domain/person/step';
import { stepPerson } from '../living/step-others';
import { Unavailable } from '../ports/faults';
import type { RosterMember } from '../ports/ports';
import type { World } from '../ports/world';

/** What a door has learnt about a person or a chat from a verified activity. */
export interface SeenPerson {
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly name?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly teamsId?: string;
  /** Only of the personal chat. */
  readonly conversation?: string;
  readonly serviceUrl?: string;
  readonly language?: string;
  readonly zone?: string;
}

/** Keeps what is known of a person current; writes only when something changed. Who writes is reachable again. */
export async function seePerson(
  world: World,
  { tenant, aadObjectId, language, ...told }: SeenPerson,
): Promise<Person> {
  const id = personId(tenant, aadObjectId);
  const facts = { ...told, ...(language === undefined ? {} : { clientLanguage: language }) };
  for (;;) {
    const known = await stepPerson(world, id, { kind: 'seen', facts });
    if (known) return withProfile(world, known);
    const born: Person = {
      ...NEW_DOCUMENT,
      kind: 'person',
      id,
      tenant,
      aadObjectId,
      name: told.name ?? told.email ?? '',
      reachable: true,
    };
    const person = step(born, { kind: 'seen', facts }, world.clock.now());
    if (await world.store.insert('person', person)) {
      world.kick();
      return withProfile(world, { ...person, version: 1 });
    }
  }
}

/** Admins may be named by the name they sign in with, which an activity does not tell: Teams is asked for it, once, in their chat. */
async function withProfile(world: World, person: Person): Promise<Person> {
  const byName = world.settings.admins.some((admin) => admin.includes('@'));
  if (!byName || person.conversation === undefined || person.userPrincipalName !== undefined) return person;
  const { email, userPrincipalName } = (await profileOf(world, person)) ?? {};
  const facts = { ...(email ? { email } : {}), ...(userPrincipalName ? { userPrincipalName } : {}) };
  return (await stepPerson(world, person.id, { kind: 'seen', facts })) ?? person;
}

async function profileOf(world: World, person: Person): Promise<RosterMember | undefined> {
  try {
    return await world.directory.profile(person);
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}

export async function personUnreachable(world: World, id: string): Promise<void> {
  await stepPerson(world, id, { kind: 'unreachable' });
}

/** The dialog stack of a personal chat: one conditional write. False: somebody else wrote it meanwhile. */
export const keepDialogs = (world: World, person: Person, dialogs: unknown): Promise<boolean> =>
  world.store.save('person', { ...person, dialogs });

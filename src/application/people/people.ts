import { NEW_DOCUMENT } from '../../domain/living/document';
import { personId, type Person } from '../../domain/person/person';
import { stepPerson as step } from '../../domain/person/step';
import { stepPerson } from '../living/step-others';
import type { World } from '../ports/world';
import type { SeenPerson } from '../use-cases';

/** Keeps what is known of a person current; writes only when something changed. Who writes is reachable again. */
export async function seePerson(
  world: World,
  { tenant, aadObjectId, language, ...told }: SeenPerson,
): Promise<Person> {
  const id = personId(tenant, aadObjectId);
  const facts = { ...told, ...(language === undefined ? {} : { clientLanguage: language }) };
  for (;;) {
    const known = await stepPerson(world, id, { kind: 'seen', facts });
    if (known) return known;
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
      return { ...person, version: 1 };
    }
  }
}

export async function personUnreachable(world: World, id: string): Promise<void> {
  await stepPerson(world, id, { kind: 'unreachable' });
}

/** The dialog stack of a personal chat: one conditional write. False: somebody else wrote it meanwhile. */
export const keepDialogs = (world: World, person: Person, dialogs: unknown): Promise<boolean> =>
  world.store.save('person', { ...person, dialogs });

import { NEW_DOCUMENT } from '../../domain/living/document';
import { personId, type Person } from '../../domain/person/person';
import { changeDocument } from '../operate/change-document';
import { unparkAll } from '../receive/routing';
import type { SeenPerson } from '../use-cases';
import type { World } from '../ports/world';

/** Keeps what is known of a person current; writes only when something changed. Who writes is reachable again. */
export async function seePerson(world: World, seen: SeenPerson): Promise<Person> {
  const id = personId(seen.tenant, seen.aadObjectId);
  for (;;) {
    const changed = await changeDocument(world.store, 'person', id, (person) => ({
      document: updated(person, seen),
      result: !person.reachable && seen.conversation !== undefined,
    }));
    if (changed) {
      if (changed.result) await unparkAll(world, 'person-reachable');
      return changed.document;
    }
    const person = updated(newPerson(id, seen), seen);
    if (await world.store.insert('person', person)) {
      if (seen.conversation !== undefined) await unparkAll(world, 'person-reachable');
      return { ...person, version: 1 };
    }
  }
}

/** The very same document when nothing is new. */
function updated(person: Person, seen: SeenPerson): Person {
  const { tenant: _tenant, aadObjectId: _id, ...facts } = seen;
  const told = Object.entries(facts).filter(([, value]) => Boolean(value));
  const news = told.filter(([name, value]) => person[name as keyof Person] !== value);
  const back = seen.conversation !== undefined && !person.reachable;
  return news.length === 0 && !back
    ? person
    : { ...person, ...Object.fromEntries(news), ...(back ? { reachable: true } : {}) };
}

const newPerson = (id: string, seen: SeenPerson): Person => ({
  ...NEW_DOCUMENT,
  kind: 'person',
  id,
  tenant: seen.tenant,
  aadObjectId: seen.aadObjectId,
  name: seen.name ?? seen.email ?? '',
  reachable: true,
});

export async function personUnreachable(world: World, id: string): Promise<void> {
  await changeDocument(world.store, 'person', id, (person) => ({
    document: person.reachable ? { ...person, reachable: false } : person,
    result: undefined,
  }));
}

/** Keeps the chat that was opened with a person by writing to them first. */
export async function keepConversation(world: World, id: string, conversation: string): Promise<void> {
  const changed = await changeDocument(world.store, 'person', id, (person) => ({
    document:
      person.conversation === conversation && person.reachable
        ? person
        : { ...person, conversation, reachable: true },
    result: !person.reachable,
  }));
  if (changed?.result) await unparkAll(world, 'person-reachable');
}

/** The dialog stack of a personal chat: one conditional write. False: somebody else wrote it meanwhile. */
export const keepDialogs = (world: World, person: Person, dialogs: unknown): Promise<boolean> =>
  world.store.save('person', { ...person, dialogs });

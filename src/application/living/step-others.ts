import type { Account } from '../../domain/account/account';
import { stepAccount as accountStep, type AccountInput } from '../../domain/account/step';
import type { Desk } from '../../domain/desk/desk';
import { stepDesk as deskStep, type DeskInput } from '../../domain/desk/step';
import type { Documents } from '../../domain/documents';
import type { Draft } from '../../domain/draft/draft';
import type { Person } from '../../domain/person/person';
import { stepPerson as personStep, type PersonInput } from '../../domain/person/step';
import type { World } from '../ports/world';
import { changeDocument } from './change-document';
import { kickIfDue } from './step-referral';

/** Steps one document and stores it; the dispatcher is kicked when it now owes something. Undefined: not there. */
async function stepped<K extends 'desk' | 'person' | 'account' | 'draft', I>(
  world: World,
  kind: K,
  id: string,
  input: I,
  step: (document: Documents[K], input: I, now: number) => Documents[K],
): Promise<Documents[K] | undefined> {
  const changed = await changeDocument(world.store, kind, id, (document) => ({
    document: step(document, input, world.clock.now()),
    result: undefined,
  }));
  if (changed) kickIfDue(world, changed.document);
  return changed?.document;
}

export const stepDesk = (world: World, id: string, input: DeskInput): Promise<Desk | undefined> =>
  stepped(world, 'desk', id, input, deskStep);

export const stepPerson = (world: World, id: string, input: PersonInput): Promise<Person | undefined> =>
  stepped(world, 'person', id, input, personStep);

export const stepAccount = (world: World, id: string, input: AccountInput): Promise<Account | undefined> =>
  stepped(world, 'account', id, input, accountStep);

/** A draft owes nothing and waits for nobody: whatever woke it, it sleeps again. */
export const restDraft = (world: World, id: string): Promise<Draft | undefined> =>
  stepped(world, 'draft', id, undefined, (draft) =>
    draft.wakeAt === null ? draft : { ...draft, wakeAt: null },
  );

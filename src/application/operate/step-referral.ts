import type { Desk } from '../../domain/desk/desk';
import { personId, type PersonRef } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import type { Facts, Input, Outcome } from '../../domain/referral/inputs';
import { step } from '../../domain/referral/step';
import { changeDocument } from './change-document';
import type { World } from '../ports/world';

export interface ReferralStepped {
  readonly referral: Referral;
  readonly outcome: Outcome;
}

/** Steps one referral and stores it; the dispatcher is kicked when it now owes something. Undefined: not there. */
export async function stepReferral(
  world: World,
  id: string,
  input: Input,
): Promise<ReferralStepped | undefined> {
  const changed = await changeDocument(world.store, 'referral', id, async (referral) => {
    const stepped = step(referral, input, await factsFor(world, referral.account, referral.own.desk, input));
    return { document: stepped.referral, result: stepped.outcome };
  });
  if (!changed) return undefined;
  if (changed.document.wakeAt !== null && changed.document.wakeAt <= world.clock.now()) world.kick();
  return { referral: changed.document, outcome: changed.result };
}

/** What `step` may not look up. A referral without a desk, or one whose desk is gone, has none. */
export async function factsFor(
  world: World,
  account: string,
  deskId: string | undefined,
  input?: Input,
): Promise<Facts> {
  const of = input?.kind === 'routed' ? input.desk : deskId;
  const desk = of === undefined ? undefined : await world.store.get('desk', of);
  return {
    now: world.clock.now(),
    connected: world.accounts.of(account) !== undefined,
    admins: await adminsOf(world, desk),
    ...(desk ? { desk } : {}),
  };
}

/** The admins named in the settings, as far as the bot knows them; else whoever bound the desk. */
async function adminsOf(world: World, desk: Desk | undefined): Promise<readonly PersonRef[]> {
  if (!desk) return [];
  const people = await Promise.all(
    world.settings.admins.map((admin) => findAdmin(world, desk.tenant, admin)),
  );
  const known = people.filter((person) => person !== undefined);
  return known.length > 0 ? known : [desk.boundBy];
}

async function findAdmin(world: World, tenant: string, admin: string): Promise<PersonRef | undefined> {
  const person = admin.includes('@')
    ? (await world.store.list('person', { key: `email/${admin.toLowerCase()}` }, 1)).items[0]
    : await world.store.get('person', personId(tenant, admin));
  return person && { id: person.id, name: person.name };
}

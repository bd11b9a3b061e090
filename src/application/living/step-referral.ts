import type { Desk } from '../../domain/desk/desk';
import type { Referral } from '../../domain/referral/referral';
import type { Facts, Input, Outcome } from '../../domain/referral/inputs';
import { accountsOf } from '../../domain/referral/seen-in';
import { step } from '../../domain/referral/step';
import { boundDesk } from '../desks/bound';
import type { World } from '../ports/world';
import { changeDocument } from './change-document';

export interface ReferralStepped {
  readonly referral: Referral;
  readonly outcome: Outcome;
}

/** Steps one referral and stores it; the dispatcher is kicked when it now owes something. Undefined: not there. */
export const stepReferral = (world: World, id: string, input: Input): Promise<ReferralStepped | undefined> =>
  stepThrough(world, id, [input]);

/** Several inputs that came together, booked with one write. The outcome is that of the last. */
export async function stepThrough(
  world: World,
  id: string,
  inputs: readonly [Input, ...Input[]],
  releases?: (next: Referral) => string | undefined,
): Promise<ReferralStepped | undefined> {
  const stepAll = async (referral: Referral) => {
    let stepped: ReferralStepped = { referral, outcome: { kind: 'unchanged' } };
    for (const input of inputs) {
      const facts = await factsFor(world, accountsOf(referral), deskOf(stepped.referral, input));
      stepped = step(stepped.referral, input, facts);
    }
    return { document: stepped.referral, result: stepped.outcome };
  };
  const told = inputs.some(({ kind }) => kind === 'operation' || kind === 'intake');
  const changed = await changeDocument(world.store, 'referral', id, stepAll, { told, releases });
  if (!changed) return undefined;
  kickIfDue(world, changed.document);
  return { referral: changed.document, outcome: changed.result };
}

const deskOf = (referral: Referral, input: Input): string | undefined =>
  input.kind === 'routed' ? input.desk : referral.own.desk;

/** What `step` may not look up. `accounts`: those that show it. A referral without a desk, or one whose desk is gone, has none. */
export async function factsFor(
  world: World,
  accounts: readonly string[],
  deskId: string | undefined,
): Promise<Facts> {
  return factsAt(world, accounts, await boundDesk(world.store, deskId));
}

/** The same, of a desk that is known. */
export const factsAt = (world: World, accounts: readonly string[], desk: Desk | undefined): Facts => ({
  now: world.clock.now(),
  connected: accounts.some((account) => world.accounts.of(account) !== undefined),
  jointPlanning: world.settings.jointPlanning ?? [],
  catalogue: world.settings.solutions,
  ...(world.settings.registration ? { registration: world.settings.registration } : {}),
  ...(desk ? { desk } : {}),
});

export function kickIfDue(world: World, { wakeAt }: { readonly wakeAt: number | null }): void {
  if (wakeAt !== null && wakeAt <= world.clock.now()) world.kick();
}

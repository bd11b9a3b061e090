import { referralDocumentId } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { create } from '../../domain/referral/step';
import { routeFor, routeIfWaiting } from './routing';
import { factsFor, stepReferral } from '../living/step-referral';
import type { IntakeResult } from '../use-cases';
import type { World } from '../ports/world';

const MOST_RACES = 5;

/**
 * A referral has come, by intake or from Partner Center: inserted once per id, otherwise stepped. Stored when this
 * resolves; its card follows by the dispatcher.
 */
export async function receiveReferral(
  world: World,
  resource: Resource,
  from: 'partner-center' | 'intake',
  account: string = world.accounts.keys[0],
): Promise<IntakeResult> {
  const id = referralDocumentId(account, resource.id);
  for (let race = 0; race < MOST_RACES; race += 1) {
    const input =
      from === 'intake' ? { kind: 'intake' as const, resource } : { kind: 'observed' as const, resource };
    const stepped = await stepReferral(world, id, input);
    if (stepped) return resultOf(stepped.outcome);
    if (await insert(world, account, resource, from)) return { kind: 'created' };
  }
  return { kind: 'problem', problem: 'The referral is being changed by others. Send it again.' };
}

async function insert(
  world: World,
  account: string,
  resource: Resource,
  from: 'partner-center' | 'intake',
): Promise<boolean> {
  const facts = await factsFor(world, account, await routeFor(world));
  const born = create(account, resource, from, facts);
  const inserted = await world.store.insert('referral', born);
  if (!inserted) return false;
  await routeIfWaiting(world, born);
  world.kick();
  return true;
}

function resultOf(outcome: { readonly kind: string; readonly kept?: readonly string[] }): IntakeResult {
  const kept = outcome.kept ? { kept: outcome.kept } : {};
  return outcome.kind === 'updated' ? { kind: 'updated', ...kept } : { kind: 'unchanged', ...kept };
}

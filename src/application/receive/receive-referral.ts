import { referralDocumentId } from '../../domain/referral/referral';
import type { Input } from '../../domain/referral/inputs';
import type { Resource } from '../../domain/record/resource';
import { create } from '../../domain/referral/step';
import type { Origin } from '../../domain/referral/news';
import type { Desk } from '../../domain/desk/desk';
import { madeHere } from './made-here';
import { deskForNew, routeIfWaiting } from './routing';
import { factsAt, stepReferral, type ReferralStepped } from '../living/step-referral';
import type { World } from '../ports/world';

/** What came of one resource. */
export type IntakeResult =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly kept?: readonly string[] }
  /** A resource over its size or with wrong fields never gets here; this is the store's or the domain's no. */
  | { readonly kind: 'problem'; readonly problem: string };

const MOST_RACES = 5;

/** The desk for a new referral. */
type Route = () => Promise<Desk | undefined>;

/**
 * A referral has come, by intake or from Partner Center: inserted once per id, otherwise stepped. Stored when this
 * resolves; its card follows by the dispatcher.
 */
export async function receiveReferral(
  world: World,
  resource: Resource,
  from: Origin,
  account: string = world.accounts.keys[0],
  route: Route = () => deskForNew(world),
): Promise<IntakeResult> {
  const id = referralDocumentId(account, resource.id);
  for (let race = 0; race < MOST_RACES; race += 1) {
    const input =
      from === 'intake' ? { kind: 'intake' as const, resource } : { kind: 'observed' as const, resource };
    const stepped =
      (await stepReferral(world, id, input)) ?? (await stepMade(world, account, resource, input));
    if (stepped) return resultOf(stepped.outcome);
    if (await insert(world, account, resource, from, route)) return { kind: 'created' };
  }
  return { kind: 'problem', problem: 'The referral is being changed by others. Send it again.' };
}

/**
 * Takes in what came together: where new ones go is looked up once, when the first of them is to be stored. Each looks again
 * when it is stored, in case that has changed.
 */
export function receiveTogether(world: World): (resource: Resource) => Promise<IntakeResult> {
  let desk: Promise<Desk | undefined> | undefined;
  const route: Route = () => (desk ??= deskForNew(world));
  return (resource) => receiveReferral(world, resource, 'intake', world.accounts.keys[0], route);
}

/** Connected, the record may be of a deal that was made here, which has another id. */
async function stepMade(
  world: World,
  account: string,
  resource: Resource,
  input: Input,
): Promise<ReferralStepped | undefined> {
  if (world.accounts.of(account) === undefined) return undefined;
  const made = await madeHere(world, account, resource);
  return made && stepReferral(world, made.id, input);
}

async function insert(
  world: World,
  account: string,
  resource: Resource,
  from: Origin,
  route: Route,
): Promise<boolean> {
  const facts = factsAt(world, account, await route());
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

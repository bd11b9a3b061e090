import type { Input } from '../../domain/referral/inputs';
import type { Resource } from '../../domain/record/resource';
import { create } from '../../domain/referral/step';
import type { Origin } from '../../domain/referral/news';
import type { Desk } from '../../domain/desk/desk';
import { homeOf, madeHere } from './known-record';
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
  route: Route = () => deskForNew(world, [account]),
): Promise<IntakeResult> {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const input =
      from === 'intake'
        ? { kind: 'intake' as const, resource }
        : { kind: 'observed' as const, resource, through: account };
    const stepped = await stepKnown(world, resource, input);
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
  const route: Route = () => (desk ??= deskForNew(world, [world.accounts.keys[0]]));
  return (resource) => receiveReferral(world, resource, 'intake', world.accounts.keys[0], route);
}

/** Connected, it may be known by another account's name, or be a deal that was made here, which has another id. */
async function stepKnown(
  world: World,
  resource: Resource,
  input: Input,
): Promise<ReferralStepped | undefined> {
  const stepped = await stepReferral(world, homeOf(world, resource.id), input);
  if (stepped && stepped.referral.own.doubleOf === undefined) return stepped;
  if (world.accounts.keys.every((account) => world.accounts.of(account) === undefined)) return undefined;
  const known = await madeHere(world, resource);
  return known && stepReferral(world, known.id, input);
}

async function insert(
  world: World,
  account: string,
  resource: Resource,
  from: Origin,
  route: Route,
): Promise<boolean> {
  const facts = factsAt(world, [account], await route());
  const born = create(account, resource, from, facts, world.accounts.keys[0]);
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

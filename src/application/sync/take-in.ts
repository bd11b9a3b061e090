import { heardFrom } from '../../domain/account/leads-heard';
import type { LeadsHeard } from '../../domain/account/lead-source';
import { isSibling, organizationOf } from '../../domain/record/kind';
import { momentOf, stageOf } from '../../domain/record/reading';
import type { Resource } from '../../domain/record/resource';
import type { Origin } from '../../domain/referral/news';
import { engagementKey } from '../../domain/referral/referral';
import { stepReferral } from '../living/step-referral';
import { Fault, NewerDocument } from '../ports/faults';
import type { World } from '../ports/world';
import { crowdComing } from '../receive/crowd';
import { settleHolder } from '../receive/holder-there';
import { knownRecord } from '../receive/known-record';
import { receiveReferral } from '../receive/receive-referral';
import { organizations } from './ways';

/** Partner Center's clock and ours may differ. */
const MOST_AHEAD_MS = 3_600_000;

/** What one poll has come to so far. */
export interface Taken {
  /** The newest change read, as Partner Center wrote it. */
  readonly watermark?: string | undefined;
  /** The account's own organisation, as far as it is known. */
  readonly organization?: string | undefined;
  /** Records of other organisations whose engagement has not been met yet. */
  readonly homeless: readonly Resource[];
  /** The newest lead of each source. */
  readonly newest?: LeadsHeard['newest'];
  /** A record was left to a newer program that works beside this one: the watermark stays, so that one reads it. */
  readonly left?: boolean;
}

/** Takes in one page: our own records first, so that another organisation's finds the one that it belongs to. */
export async function takeInPage(
  world: World,
  account: string,
  resources: readonly Resource[],
  taken: Taken,
  from: 'partner-center' | 'import' = 'partner-center',
): Promise<Taken> {
  const known = world.accounts.organizationOf?.(account) ?? taken.organization;
  const organization = known ?? resources.map(organizationOf).find((one) => one !== undefined);
  const { own, others } = await sides(world, organization, resources);
  if (from !== 'import') await crowdComing(world, own, from, account);
  let left = taken.left === true;
  for (const resource of own) if ((await takeOne(world, account, resource, from)) === 'left') left = true;
  const homeless = await house(world, account, others);
  const times = resources.map(({ updatedDateTime }) => updatedDateTime ?? undefined);
  const newest = (one: string | undefined, other: string | undefined): string | undefined =>
    isLater(other, one, world.clock.now()) ? other : one;
  return {
    watermark: times.reduce(newest, taken.watermark),
    organization,
    homeless: [...taken.homeless, ...homeless],
    newest: heardFrom(taken.newest ?? {}, own, world.clock.now()),
    left,
  };
}

/** What is ours, by whichever of our accounts, and what is another organisation's record of an engagement. */
export async function sides(
  world: World,
  organization: string | undefined,
  resources: readonly Resource[],
): Promise<{ readonly own: readonly Resource[]; readonly others: readonly Resource[] }> {
  const all = world.accounts.keys.length > 1 ? await organizations(world) : undefined;
  const ours = new Set(all?.values());
  const others = new Set(
    resources.filter(
      (one) => isSibling(one, organization) && !ours.has(one.organizationId?.toLowerCase() ?? ''),
    ),
  );
  return { own: resources.filter((one) => !others.has(one)), others: [...others] };
}

/** After the last page: who has no home now is no side of a deal of ours, and never gets a card. */
export async function takeInHomeless(world: World, account: string, { homeless }: Taken): Promise<void> {
  const left = await house(world, account, homeless);
  if (left.length > 0)
    world.log.info({ account, records: left.length }, 'records of other organisations without a deal here');
}

/** Keeps each with our record of its engagement; answers with those that have none. */
async function house(world: World, account: string, others: readonly Resource[]): Promise<Resource[]> {
  const homeless: Resource[] = [];
  for (const resource of others) {
    const home = await homeOf(world, account, resource);
    if (home === undefined) homeless.push(resource);
    else await stepReferral(world, home, { kind: 'sibling', resource });
  }
  return homeless;
}

async function homeOf(world: World, account: string, resource: Resource): Promise<string | undefined> {
  if (!resource.engagementId) return undefined;
  // Our own record may have come by another account.
  for (const one of [account, ...world.accounts.keys.filter((other) => other !== account)]) {
    const key = engagementKey(one, resource.engagementId);
    const { items } = await world.store.list('referral', { key }, 1);
    if (items[0]) return items[0].id;
  }
  return undefined;
}

/** A record that breaks the program is logged and passed by: it must not keep all others from being read. */
async function takeOne(
  world: World,
  account: string,
  resource: Resource,
  from: Origin,
): Promise<'left' | undefined> {
  try {
    await receiveReferral(world, resource, from, account);
    if (stageOf(resource) !== 'accepted') return undefined;
    const known = await knownRecord(world, resource.id);
    if (known) await settleHolder(world, known.id);
  } catch (error) {
    if (error instanceof NewerDocument) return 'left';
    if (error instanceof Fault) throw error;
    world.log.error({ referral: resource.id, error }, 'a referral of Partner Center could not be read');
  }
  return undefined;
}

/** Times that cannot be, or that lie ahead of us, would hide every change until then. */
function isLater(one: string | undefined, other: string | undefined, now: number): boolean {
  const [at, than] = [momentOf(one), momentOf(other)];
  return at !== undefined && at <= now + MOST_AHEAD_MS && (than === undefined || at >= than);
}

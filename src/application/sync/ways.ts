import { waysOf } from '../../domain/referral/seen-in';
import type { Referral } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { stepAccount } from '../living/step-others';
import type { PartnerCenter, PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';
import { connectionOf, type Closed } from './connection';

/** One account by which a referral's record is reached. */
export interface Way {
  readonly account: string;
  readonly partnerCenter: PartnerCenter;
}

/** The open ways to a referral's record, the one to try first in front. `shut`: why another one cannot be asked now. */
export interface Ways {
  readonly open: readonly Way[];
  readonly shut?: Closed;
}

/** By which accounts a record is asked after and changed. Of one that an intake brought it is not known: all are asked. */
export async function waysTo(world: World, referral: Referral): Promise<Ways> {
  const accounts = await inOrder(world, referral);
  const open: Way[] = [];
  let shut: Closed | undefined;
  for (const account of accounts) {
    const partnerCenter = await connectionOf(world, account);
    if ('closed' in partnerCenter) shut ??= partnerCenter;
    else open.push({ account, partnerCenter });
  }
  return { open, ...(shut && { shut }) };
}

async function inOrder(world: World, referral: Referral): Promise<readonly string[]> {
  const { keys } = world.accounts;
  if (keys.length === 1) return [referral.account];
  const ways = waysOf(referral, await ownersOf(world, referral.observed));
  return referral.truth === 'unknown' ? [...new Set([...ways, ...keys])] : ways;
}

/** The accounts whose own organisation a record belongs to. */
async function ownersOf(world: World, { organizationId }: Resource): Promise<ReadonlySet<string>> {
  const owner = organizationId?.toLowerCase();
  if (owner === undefined) return new Set();
  const own = await organizations(world);
  return new Set([...own].flatMap(([account, organization]) => (organization === owner ? [account] : [])));
}

/** Each account's own organisation, as far as it is known: set, or learnt from its records. */
export async function organizations(world: World): Promise<ReadonlyMap<string, string>> {
  const all = await Promise.all(
    world.accounts.keys.map(async (account) => {
      const set = world.accounts.organizationOf?.(account);
      const known = set ?? (await world.store.get('account', account))?.organization;
      return [account, known?.toLowerCase()] as const;
    }),
  );
  return new Map(all.flatMap(([account, known]) => (known === undefined ? [] : [[account, known]])));
}

/** Whether it is this account that looks after a record which several show. */
export async function looksAfter(world: World, account: string, referral: Referral): Promise<boolean> {
  if (referral.alsoIn === undefined) return referral.account === account;
  const { open } = await waysTo(world, referral);
  return (open[0]?.account ?? referral.account) === account;
}

/** How a read by all ways ended. `through`: the account that answered. */
export type Read =
  | { readonly kind: 'ok'; readonly value: Resource; readonly through: string }
  | Exclude<PartnerCenterAnswer<Resource>, { kind: 'ok' | 'signed-out' }>
  /** No account may ask now: somebody has to sign in. */
  | { readonly kind: 'shut'; readonly problem: string };

/** Reads a referral's record: by the next account where one is signed out, may not, or does not show it. None shows it: only when all of them say so. */
export async function readRecord(world: World, referral: Referral): Promise<Read> {
  const { open, shut } = await waysTo(world, referral);
  let signIn = shut?.closed;
  let no: Read | undefined;
  for (const { account, partnerCenter } of open) {
    const answer = await partnerCenter.get(referral.referralId);
    switch (answer.kind) {
      case 'ok':
        return { ...answer, through: account };
      case 'signed-out':
        await signedOut(world, account, answer);
        signIn ??= answer.problem;
        break;
      case 'refused':
        no = answer;
        break;
      case 'not-found':
        no ??= answer;
        break;
      default:
        return answer;
    }
  }
  // Where nobody knows whether it is there, who says that it is not is believed: another's poll would bring it.
  const isSure = no && referral.truth === 'unknown';
  if (no && (isSure || signIn === undefined)) return no;
  return { kind: 'shut', problem: signIn ?? 'no Partner Center is connected' };
}

/** The admins hear that somebody has to sign in, and the account is left alone until then. */
export const signedOut = (
  world: World,
  account: string,
  { why, problem }: Extract<PartnerCenterAnswer<never>, { kind: 'signed-out' }>,
): Promise<unknown> => stepAccount(world, account, { kind: 'refused', why, problem });

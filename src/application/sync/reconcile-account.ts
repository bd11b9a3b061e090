import type { Account } from '../../domain/account/account';
import { plus, type Cursor, type Found, type Reconciliation } from '../../domain/account/comparison';
import { begun } from '../../domain/account/reconciliation';
import { momentOf } from '../../domain/record/reading';
import type { Resource } from '../../domain/record/resource';
import { unwrittenKey, waitsTooLong } from '../../domain/referral/unwritten';
import type { Referral } from '../../domain/referral/referral';
import { stepAccount } from '../living/step-others';
import { stepReferral } from '../living/step-referral';
import type { PartnerCenter } from '../ports/ports';
import type { World } from '../ports/world';
import { knownRecord } from '../receive/known-record';
import { connectionOf } from './connection';
import { MOST_PAGES } from './endless';
import { mergeDoubles } from './merge-doubles';
import { sides, takeInHomeless, takeInPage } from './take-in';
import { looksAfter, readRecord } from './ways';

/** Open ones read in one wake, one call each. */
const AT_A_TIME = 25;
/** And in one night: with more, each has its turn after some nights. */
const MOST_A_NIGHT = 500;
/** One record that cannot be read holds up no other; so many one after the other are Partner Center itself. */
const MOST_UNANSWERED = 3;
/** What changed this long before the newest change known is in the poll's overlap still, or lags in its list. */
const LAG_MS = 600_000;

/** Where a comparison goes on, or why it cannot now. */
type Part = { readonly next?: Reconciliation; readonly found: Found; readonly cursor?: Cursor } | 'failed';

/** One part of an account's comparison with its Partner Center: what is found is put right on the way. */
export async function reconcileAccount(world: World, account: Account): Promise<void> {
  const partnerCenter = await connectionOf(world, account.id);
  const run = account.reconciliation ?? begun(account, world.clock.now());
  const part =
    'closed' in partnerCenter ? 'failed' : await PARTS[run.part]({ world, account, partnerCenter }, run);
  await stepAccount(
    world,
    account.id,
    part === 'failed' ? { kind: 'not-reconciled' } : { kind: 'reconciled', ...part },
  );
}

interface Side {
  readonly world: World;
  readonly account: Account;
  readonly partnerCenter: PartnerCenter;
}

const PARTS: Readonly<Record<Reconciliation['part'], (side: Side, run: Reconciliation) => Promise<Part>>> = {
  'all-there': allThere,
  'open-here': openHere,
  unwritten,
};

/** A page of all that Partner Center lists: what is missing here, or other here, is taken in as the poll would. */
async function allThere({ world, account, partnerCenter }: Side, run: Reconciliation): Promise<Part> {
  const answer = await partnerCenter.list(undefined, run.page);
  if (answer.kind !== 'ok') return 'failed';
  const { resources, next } = answer.value;
  const organization = world.accounts.organizationOf?.(account.id) ?? account.organization;
  const { own } = await sides(world, organization, resources);
  const overlooked = own.filter((one) => wasOverlooked(account, one));
  const before = await Promise.all(overlooked.map((one) => standingOf(world, one)));
  const found: Partial<Found> = {
    missing: before.filter((one) => one === 'missing').length,
    stale: before.filter((one) => one === 'stale').length,
    twice: await twice(world, own),
  };
  const taken = await takeInPage(world, account.id, resources, { organization, homeless: [] });
  await takeInHomeless(world, account.id, taken);
  const { page: _, pages = 0, ...rest } = run;
  const on = { ...rest, found: plus(run.found, found) };
  // A list without an end is left, and what is open here is read all the same.
  const isOver = next === undefined || next === run.page || pages >= MOST_PAGES;
  return {
    next: isOver ? { ...on, part: 'open-here' } : { ...on, page: next, pages: pages + 1 },
    found: on.found,
  };
}

/** The poll should have met it: it changed well before the newest change that has been read. */
function wasOverlooked({ watermark }: Account, { updatedDateTime }: Resource): boolean {
  const [newest, at] = [momentOf(watermark), momentOf(updatedDateTime)];
  return newest !== undefined && at !== undefined && at < newest - LAG_MS;
}

async function standingOf(world: World, resource: Resource): Promise<string> {
  const known = await knownRecord(world, resource.id);
  if (!known) return 'missing';
  return isBehind(known, resource) ? 'stale' : 'same';
}

const isBehind = ({ observed }: Referral, { updatedDateTime }: Resource): boolean =>
  (momentOf(observed.updatedDateTime) ?? 0) < (momentOf(updatedDateTime) ?? 0);

/** Two documents of one record (each account had its own once, or it came from there before the deal made here learnt its id) become one. */
async function twice(world: World, resources: readonly Pick<Resource, 'id'>[]): Promise<number> {
  let count = 0;
  for (const { id } of resources) count += await mergeDoubles(world, id);
  return count;
}

/** Some open ones, least time left first, each read by itself: an outdated one is renewed, one that is not there is gone. */
async function openHere({ world, account }: Side, run: Reconciliation): Promise<Part> {
  const { stage, after }: Cursor = account.cursor ?? { stage: 'received' };
  const page = await world.store.list('referral', { stage }, AT_A_TIME, after);
  let found = run.found;
  let unanswered = 0;
  const mine: Referral[] = [];
  for (const one of page.items)
    if (one.truth === 'partner-center' && (await looksAfter(world, account.id, one))) mine.push(one);
  for (const referral of mine) {
    found = plus(found, { twice: await twice(world, [{ id: referral.referralId }]) });
    const read = await readOne(world, account, referral);
    unanswered = read === 'failed' ? unanswered + 1 : 0;
    if (unanswered >= MOST_UNANSWERED) return 'failed';
    if (read !== 'failed') found = plus(found, read);
  }
  const read = run.read + mine.length;
  const on = { ...run, read, found };
  const isLast = page.next === undefined && stage === 'accepted';
  const cursor: Cursor = page.next
    ? { stage, after: page.next }
    : { stage: isLast ? 'received' : 'accepted' };
  const isOver = isLast || read >= MOST_A_NIGHT;
  return { next: isOver ? { ...on, part: 'unwritten' } : on, found, cursor };
}

async function readOne(
  world: World,
  account: Account,
  referral: Referral,
): Promise<Partial<Found> | 'failed'> {
  const answer = await readRecord(world, referral);
  switch (answer.kind) {
    case 'ok': {
      const { value: resource, through } = answer;
      await stepReferral(world, referral.id, { kind: 'observed', resource, through });
      return wasOverlooked(account, resource) && isBehind(referral, resource) ? { stale: 1 } : {};
    }
    case 'not-found':
      if (referral.own.goneAt !== undefined) return {};
      await stepReferral(world, referral.id, { kind: 'gone' });
      return { vanished: 1 };
    case 'refused':
    case 'changed-meanwhile':
      return {};
    default:
      return 'failed';
  }
}

const MOST_UNWRITTEN = 200;

/** What waits for more than a day to be written: where nothing is owed for it any more, it is owed again. */
async function unwritten({ world, account }: Side, run: Reconciliation): Promise<Part> {
  const { items } = await world.store.list('referral', { key: unwrittenKey(account.id) }, MOST_UNWRITTEN);
  const late = items.filter((one) => waitsTooLong(one, world.clock.now()));
  for (const { id } of late) await stepReferral(world, id, { kind: 'write-again' });
  const isNew = (one: Referral): boolean => waitsTooLong(one, world.clock.now(), account.reconciledAt);
  const overdue = late.filter(isNew).length;
  return { found: plus(run.found, { overdue }) };
}

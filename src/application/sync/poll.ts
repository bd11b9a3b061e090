import type { Account } from '../../domain/account/account';
import { isOff } from '../../domain/account/clock-off';
import { importList } from '../../domain/desk/import-list';
import { NEW_DOCUMENT } from '../../domain/living/document';
import { backoff } from '../../domain/living/outbox';
import { stepAccount } from '../living/step-others';
import type { PartnerCenter, PartnerCenterAnswer, ReferralPage } from '../ports/ports';
import type { World } from '../ports/world';
import { showImport } from '../receive/import';
import { deskForNew } from '../receive/routing';
import { watchForAnEnd } from './endless';
import { readEngagements } from './engagements';
import { sayUnfed } from './unfed';
import { takeInHomeless, takeInPage, type Taken } from './take-in';

type NotListed = Exclude<PartnerCenterAnswer<ReferralPage>, { kind: 'ok' }>;

/** How often Partner Center is asked, so that news is here within five minutes: its guidance is to avoid polling. */
const POLL_EVERY_MS = 240_000;
/** Not all desks ask in the same moment. */
const POLL_SPREAD_MS = 30_000;

export const connected = (world: World): readonly string[] =>
  world.accounts.keys.filter((account) => world.accounts.of(account) !== undefined);

/** Makes sure that each connected account is there and polls soon. */
export async function startPolling(world: World): Promise<void> {
  for (const id of connected(world)) {
    const now = world.clock.now();
    const born = { ...NEW_DOCUMENT, kind: 'account' as const, id, pollAt: now, wakeAt: now };
    if (!(await world.store.insert('account', born))) await stepAccount(world, id, { kind: 'asked' });
    if (world.accounts.eventsOf?.(id)?.url() !== undefined) await stepAccount(world, id, { kind: 'listen' });
    await stepAccount(world, id, { kind: 'to-reconcile' });
    if (world.accounts.signIn) await stepAccount(world, id, { kind: 'to-check' });
  }
  world.kick();
}

/** Partner Center may have news: the polls are due at once. */
export async function pollNow(world: World): Promise<void> {
  for (const id of connected(world)) await stepAccount(world, id, { kind: 'asked' });
}

/**
 * Reads what has changed since the watermark. The watermark moves once all pages are read: what ends in the middle is
 * read again. `goOn`: asked between pages, false ends the work.
 */
export async function poll(world: World, id: string, goOn: () => Promise<boolean>): Promise<void> {
  const partnerCenter = world.accounts.of(id);
  // An account that is not connected (any more) is not asked for; a start with it wakes it again.
  if (!partnerCenter) {
    await stepAccount(world, id, { kind: 'left' });
    return;
  }
  const account = await world.store.get('account', id);
  if (!account) return;
  const asked = account.pollAt;
  const { watermark: since } = account;
  const from = originOf(account);
  const taken = await takeInAll(world, account, partnerCenter, from, goOn);
  if ('kind' in taken) return taken.kind === 'ended' ? undefined : failed(world, id, taken);
  await takeInHomeless(world, id, taken);
  if (from === 'import') await endImport(world, id);
  await sayUnfed(world, id);
  const { organization: learnt } = taken;
  const lookedAt = await readEngagements(
    world,
    { ...account, ...(learnt && { organization: learnt }) },
    partnerCenter,
  );
  const watermark = taken.left ? since : taken.watermark;
  await stepAccount(world, id, {
    kind: 'polled',
    next: world.clock.now() + POLL_EVERY_MS + Math.round((2 * world.random() - 1) * POLL_SPREAD_MS),
    ...(asked === undefined ? {} : { asked }),
    ...(watermark === undefined ? {} : { watermark }),
    ...learntFrom(taken),
    ...(lookedAt === undefined ? {} : { lookedAt }),
  });
}

/** All pages of what has changed: what came of them, or why they were not all read. */
async function takeInAll(
  world: World,
  { id, watermark, organization, leads }: Account,
  partnerCenter: PartnerCenter,
  from: 'import' | 'partner-center',
  goOn: () => Promise<boolean>,
): Promise<Taken | { readonly kind: 'ended' } | NotListed> {
  const endless = watchForAnEnd();
  let taken: Taken = { watermark, organization, homeless: [], newest: leads?.newest ?? {} };
  for (let page: string | undefined; ;) {
    const answer = await partnerCenter.list(watermark, page);
    await compareClocks(world, id, partnerCenter);
    if (answer.kind !== 'ok') return answer;
    taken = await takeInPage(world, id, answer.value.resources, taken, from);
    page = answer.value.next;
    if (page === undefined) return taken;
    const problem = endless(answer.value);
    if (problem !== undefined) return { kind: 'retry', problem };
    if (!(await goOn())) return { kind: 'ended' };
  }
}

const learntFrom = ({ organization, newest }: Taken): Pick<Taken, 'newest'> & { organization?: string } => ({
  ...(organization === undefined ? {} : { organization }),
  ...(newest && { newest }),
});

/** What an account has before its first poll has ended is no news. */
const originOf = ({ watermark, polledAt }: Account): 'import' | 'partner-center' =>
  watermark === undefined && polledAt === undefined ? 'import' : 'partner-center';

/** Without a desk it is shown once there is one. */
async function endImport(world: World, account: string): Promise<void> {
  const desk = await deskForNew(world, [account]);
  if (desk) await showImport(world, desk.id, importList(account));
}

/** Only what is new is kept: a poll is cheap. */
export async function compareClocks(world: World, id: string, partnerCenter: PartnerCenter): Promise<void> {
  const { ahead } = partnerCenter.noticed();
  if (ahead === undefined) return;
  const known = (await world.store.get('account', id))?.clockOff !== undefined;
  if (known !== isOff(ahead)) await stepAccount(world, id, { kind: 'clocks-compared', ahead });
}

/** Growing waits: a service that was away is met soon, an account that is signed out for weeks is not asked every half minute. */
async function failed(world: World, id: string, answer: NotListed): Promise<void> {
  const problem = 'problem' in answer ? answer.problem : `Partner Center answered: ${answer.kind}`;
  const afterMs = answer.kind === 'retry' ? answer.afterMs : undefined;
  const failures = (await world.store.get('account', id))?.failures ?? 0;
  const longest = answer.kind === 'signed-out' ? LONGEST_SIGNED_OUT_MS : LONGEST_AWAY_MS;
  const wait = Math.min(backoff(FIRST_FAILURE + failures, world.random()), longest);
  world.log.warn({ account: id, problem }, 'Partner Center could not be asked for news');
  await stepAccount(world, id, {
    kind: 'failed',
    problem,
    ...(answer.kind === 'signed-out' ? { signedOut: answer.why } : {}),
    ...(answer.kind === 'refused' && answer.why === 'forbidden' ? { forbidden: true } : {}),
    next: world.clock.now() + Math.max(wait, afterMs ?? 0),
  });
}

/** The first wait is about half a minute. */
const FIRST_FAILURE = 4;
const LONGEST_AWAY_MS = 600_000;
const LONGEST_SIGNED_OUT_MS = 3_600_000;

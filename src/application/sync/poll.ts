import { NEW_DOCUMENT } from '../../domain/living/document';
import type { Account } from '../../domain/account/account';
import { backoff } from '../../domain/living/outbox';
import { changeDocument } from '../operate/change-document';
import type { PartnerCenterAnswer, ReferralPage } from '../ports/ports';
import { unparkAll } from '../receive/routing';
import type { World } from '../ports/world';
import { takeInHomeless, takeInPage, type Taken } from './take-in';

/** How often Partner Center is asked: its guidance is to avoid polling; 24 hours are the shortest clock. */
export const POLL_EVERY_MS = 300_000;

const connected = (world: World): readonly string[] =>
  world.accounts.keys.filter((account) => world.accounts.of(account) !== undefined);

/** Makes sure that each connected account is there and polls soon. */
export async function startPolling(world: World): Promise<void> {
  for (const id of connected(world)) {
    const wakeAt = world.clock.now();
    const inserted = await world.store.insert('account', { ...NEW_DOCUMENT, kind: 'account', id, wakeAt });
    if (!inserted) await wakeNow(world, id);
  }
  world.kick();
}

/** Partner Center may have news: the polls are due at once. */
export async function pollNow(world: World): Promise<void> {
  for (const id of connected(world)) await wakeNow(world, id);
  world.kick();
}

async function wakeNow(world: World, id: string): Promise<void> {
  await changeDocument(world.store, 'account', id, (account) => ({
    document: { ...account, wakeAt: world.clock.now() },
    result: undefined,
  }));
}

/**
 * Reads what has changed since the watermark. The watermark moves once all pages are read: what ends in the middle is
 * read again. `goOn`: asked between pages, false ends the work.
 */
export async function poll(world: World, id: string, goOn: () => Promise<boolean>): Promise<void> {
  const partnerCenter = world.accounts.of(id);
  if (!partnerCenter) return sleep(world, id);
  const account = await world.store.get('account', id);
  if (!account) return;
  const asked = account.wakeAt;
  const { watermark: since, organization } = account;
  let taken: Taken = { watermark: since, organization, homeless: [] };
  let page: string | undefined;
  for (;;) {
    const answer = await partnerCenter.list(since, page);
    if (answer.kind !== 'ok') return failed(world, id, answer);
    taken = await takeInPage(world, id, answer.value.resources, taken);
    page = answer.value.next;
    if (page === undefined) break;
    if (!(await goOn())) return;
  }
  await takeInHomeless(world, id, taken);
  if (taken.organization !== undefined) await learn(world, id, taken.organization);
  await ended(world, id, asked, taken.watermark);
  // Whatever was refused for the sign-in, by whichever call: it works now.
  await unparkAll(world, 'signed-in');
}

/** An account that is not the one connected is not asked for; a start with it wakes it again. */
async function sleep(world: World, id: string): Promise<void> {
  await changeDocument(world.store, 'account', id, (account) => ({
    document: { ...account, wakeAt: null },
    result: undefined,
  }));
}

/** What records have told of whose account it is; a setting would go before it. */
async function learn(world: World, id: string, organization: string): Promise<void> {
  await changeDocument(world.store, 'account', id, (account) => ({
    document: account.organization === organization ? account : { ...account, organization },
    result: undefined,
  }));
}

/** Asked again meanwhile: due at once; otherwise at the next turn. */
async function ended(
  world: World,
  id: string,
  asked: number | null,
  watermark: string | undefined,
): Promise<void> {
  const now = world.clock.now();
  await changeDocument(world.store, 'account', id, ({ problem: _, ...account }) => {
    const again = account.wakeAt !== asked;
    const next: Account = { ...account, polledAt: now, wakeAt: again ? now : now + POLL_EVERY_MS };
    return { document: watermark === undefined ? next : { ...next, watermark }, result: undefined };
  });
}

async function failed(
  world: World,
  id: string,
  answer: Exclude<PartnerCenterAnswer<ReferralPage>, { kind: 'ok' }>,
): Promise<void> {
  const problem = 'problem' in answer ? answer.problem : `Partner Center answered: ${answer.kind}`;
  const afterMs = answer.kind === 'retry' ? answer.afterMs : undefined;
  world.log.warn({ account: id, problem }, 'Partner Center could not be asked for news');
  await changeDocument(world.store, 'account', id, (account) => ({
    document: {
      ...account,
      problem,
      wakeAt: world.clock.now() + Math.max(backoff(4, world.random(), afterMs), 0),
    },
    result: undefined,
  }));
}

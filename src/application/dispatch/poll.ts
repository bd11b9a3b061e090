import { NEW_DOCUMENT } from '../../domain/document';
import type { Account } from '../../domain/account';
import { backoff } from '../../domain/outbox';
import { changeDocument } from '../change-document';
import type { PartnerCenterAnswer, ReferralPage } from '../ports';
import { receiveReferral } from '../receive-referral';
import { unparkAll } from '../routing';
import type { World } from '../world';

/** How often Partner Center is asked: its guidance is to avoid polling; 24 hours are the shortest clock. */
export const POLL_EVERY_MS = 300_000;

/** Makes sure that the account is there and polls soon. */
export async function startPolling(world: World): Promise<void> {
  const id = world.settings.account;
  const inserted = await world.store.insert('account', {
    ...NEW_DOCUMENT,
    kind: 'account',
    id,
    wakeAt: world.clock.now(),
  });
  if (!inserted) await pollNow(world);
  world.kick();
}

/** Partner Center may have news: the poll is due at once. */
export async function pollNow(world: World): Promise<void> {
  await changeDocument(world.store, 'account', world.settings.account, (account) => ({
    document: { ...account, wakeAt: world.clock.now() },
    result: undefined,
  }));
  world.kick();
}

/** Reads what has changed since the watermark; the watermark follows page by page, so that nothing read is lost. */
export async function poll(world: World, id: string): Promise<void> {
  const { partnerCenter } = world;
  const account = await world.store.get('account', id);
  if (!partnerCenter || !account) return;
  const asked = account.wakeAt;
  let [watermark, page] = [account.watermark, undefined as string | undefined];
  const since = account.watermark;
  for (;;) {
    const answer = await partnerCenter.list(since, page);
    if (answer.kind !== 'ok') return failed(world, id, answer);
    watermark = await takeIn(world, answer.value, watermark);
    page = answer.value.next;
    if (page === undefined) break;
  }
  await ended(world, id, asked, watermark);
  if (account.problem !== undefined) await unparkAll(world, 'signed-in');
}

async function takeIn(
  world: World,
  page: ReferralPage,
  watermark: string | undefined,
): Promise<string | undefined> {
  let newest = watermark;
  for (const resource of page.resources) {
    await receiveReferral(world, resource, 'partner-center');
    const at = resource.updatedDateTime ?? undefined;
    if (at !== undefined && (newest === undefined || Date.parse(at) >= Date.parse(newest))) newest = at;
  }
  return newest;
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

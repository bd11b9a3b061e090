import { NEW_DOCUMENT } from '../../domain/living/document';
import type { Account } from '../../domain/account/account';
import { backoff } from '../../domain/living/outbox';
import { momentOf } from '../../domain/record/reading';
import type { Resource } from '../../domain/record/resource';
import { changeDocument } from '../operate/change-document';
import { Fault } from '../ports/faults';
import type { PartnerCenterAnswer, ReferralPage } from '../ports/ports';
import { receiveReferral } from '../receive/receive-referral';
import { unparkAll } from '../receive/routing';
import type { World } from '../ports/world';

/** How often Partner Center is asked: its guidance is to avoid polling; 24 hours are the shortest clock. */
export const POLL_EVERY_MS = 300_000;

/** Partner Center's clock and ours may differ. */
const MOST_AHEAD_MS = 3_600_000;

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
  let [watermark, page] = [account.watermark, undefined as string | undefined];
  const since = account.watermark;
  for (;;) {
    const answer = await partnerCenter.list(since, page);
    if (answer.kind !== 'ok') return failed(world, id, answer);
    watermark = await takeIn(world, id, answer.value, watermark);
    page = answer.value.next;
    if (page === undefined) break;
    if (!(await goOn())) return;
  }
  await ended(world, id, asked, watermark);
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

async function takeIn(
  world: World,
  account: string,
  page: ReferralPage,
  watermark: string | undefined,
): Promise<string | undefined> {
  let newest = watermark;
  for (const resource of page.resources) {
    await takeOne(world, account, resource);
    const at = resource.updatedDateTime ?? undefined;
    if (isLater(at, newest, world.clock.now())) newest = at;
  }
  return newest;
}

/** A record that breaks the program is logged and passed by: it must not keep all others from being read. */
async function takeOne(world: World, account: string, resource: Resource): Promise<void> {
  try {
    await receiveReferral(world, resource, 'partner-center', account);
  } catch (error) {
    if (error instanceof Fault) throw error;
    world.log.error({ referral: resource.id, error }, 'a referral of Partner Center could not be read');
  }
}

/** Times that cannot be, or that lie ahead of us, would hide every change until then. */
function isLater(one: string | undefined, other: string | undefined, now: number): boolean {
  const [at, than] = [momentOf(one), momentOf(other)];
  return at !== undefined && at <= now + MOST_AHEAD_MS && (than === undefined || at >= than);
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

import { present, type Desk, type DeskList } from '../../domain/desk/desk';
import { importedFrom } from '../../domain/desk/import-list';
import { isQuietList } from '../../domain/desk/quiet-list';
import type { ListEffect, Settlement } from '../../domain/effects';
import { listedKey } from '../../domain/referral/referral';
import { readingOf, viewOf } from '../lists/views';
import { peopleOf } from '../people/audience';
import type { ListQuery } from '../ports/store';
import type { World } from '../ports/world';
import { deskFailure } from './to-desk';

/** As many as one card shows well; the rest is counted, to 1,000. */
const MOST_ROWS = 15;
const EXACT_TO = 1_000;

/** Draws a desk's list of what came at once: posted once, then updated. What is taken, or closed, sinks below what is not. */
export async function performList(world: World, desk: Desk, effect: ListEffect): Promise<Settlement> {
  const list = desk.lists?.find(({ id }) => id === effect.list);
  if (!list) return { kind: 'done' };
  if (!desk.reachable)
    return { kind: 'parked', until: 'bot-installed', problem: 'the channel is out of reach' };
  const quiet = isQuietList(list.id);
  const query = queryOf(desk, list);
  const { items } = await world.store.list('referral', query, MOST_ROWS);
  const total = await world.store.count('referral', query, EXACT_TO);
  if (total === 0) return { kind: 'shown', asked: effect.asked };
  const reader = { audience: 'channel' as const };
  const message = {
    kind: 'listed' as const,
    rows: await Promise.all(items.map((referral) => viewOf(world, referral, reader, desk))),
    total,
    ...(await importFacts(world, list.id, query)),
    ...(quiet ? { quiet } : {}),
    answers: await peopleOf(world, present(desk, desk.answers)),
    reader: { ...readingOf(world, reader, desk), now: world.clock.now() },
  };
  const address = { to: 'channel' as const, desk };
  const delivery = list.activity
    ? await world.messenger.update(address, list.activity, message, list.shown)
    : await world.messenger.post(address, message);
  const failure = await deskFailure(world, effect, desk, delivery);
  if (failure) return failure;
  const { asked } = effect;
  if (delivery.kind !== 'delivered') return { kind: 'shown', asked };
  return { kind: 'shown', asked, activity: delivery.activity, shown: delivery.shown };
}

/** What has been answered before the morning comes is no news then. */
function queryOf(desk: Desk, { id, activity }: DeskList): ListQuery {
  const key = listedKey(desk.id, id);
  return isQuietList(id) && activity === undefined ? { key, stage: 'received' } : { key };
}

/** What an account had before is told as that: what is late to be answered, and whose it is where there are several. */
async function importFacts(
  world: World,
  list: string,
  query: ListQuery,
): Promise<{ readonly imported?: { readonly late: number; readonly account?: string } }> {
  const account = importedFrom(list);
  if (account === undefined) return {};
  const late = await world.store.count(
    'referral',
    { ...query, stage: 'received', urgentBefore: world.clock.now() },
    EXACT_TO,
  );
  return { imported: { late, ...(world.accounts.keys.length > 1 ? { account } : {}) } };
}

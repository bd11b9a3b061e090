import { present, type Desk } from '../../domain/desk/desk';
import type { ListEffect, Settlement } from '../../domain/effects';
import { listedKey } from '../../domain/referral/referral';
import { readingOf, viewOf } from '../lists/views';
import { peopleOf } from '../people/audience';
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
  const query = { key: listedKey(desk.id, list.id) };
  const { items } = await world.store.list('referral', query, MOST_ROWS);
  const total = await world.store.count('referral', query, EXACT_TO);
  if (total === 0) return { kind: 'shown', asked: effect.asked };
  const reader = { audience: 'channel' as const };
  const message = {
    kind: 'listed' as const,
    rows: await Promise.all(items.map((referral) => viewOf(world, referral, reader, desk))),
    total,
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

import type { GatheredEffect, Settlement } from '../../domain/effects';
import type { Gathered, Person } from '../../domain/person/person';
import { stepPerson } from '../living/step-others';
import { viewOf } from '../lists/views';
import type { Message } from '../ports/messages';
import type { World } from '../ports/world';
import { failureOf } from './failures';
import { stillTrue } from './notice-facts';

/** As many as one card shows well; the rest is counted. */
const MOST_LINES = 15;

/** One list of what was too much for a minute; what says nothing true any more is left out. */
export async function performGathered(
  world: World,
  person: Person,
  effect: GatheredEffect,
): Promise<Settlement> {
  const message = await listFor(world, person, newestOfEach(person.gathered ?? []));
  if (!message) return { kind: 'done' };
  const delivery = await world.messenger.post({ to: 'person', person }, message);
  const failure = failureOf(world, effect, delivery);
  if (failure?.kind === 'unreachable') await stepPerson(world, person.id, { kind: 'unreachable' });
  if (failure) return failure;
  if (delivery.kind === 'delivered')
    await stepPerson(world, person.id, { kind: 'reached', conversation: delivery.conversation });
  return { kind: 'done' };
}

/** Of several notices of one kind about one referral the newest. */
function newestOfEach(gathered: readonly Gathered[]): Gathered[] {
  return [...new Map(gathered.map((one) => [`${one.referral} ${one.notice.kind}`, one])).values()];
}

async function listFor(
  world: World,
  person: Person,
  gathered: readonly Gathered[],
): Promise<Message | undefined> {
  const reader = { audience: 'person' as const, person };
  const lines: Extract<Message, { kind: 'gathered' }>['lines'][number][] = [];
  let total = 0;
  for (const one of gathered) {
    const referral = await world.store.get('referral', one.referral);
    const notice = referral && stillTrue(referral, one.notice);
    if (!notice) continue;
    total += 1;
    if (lines.length < MOST_LINES) lines.push({ notice, view: await viewOf(world, referral, reader) });
  }
  const [first] = lines;
  if (!first) return undefined;
  // Each line is read in the person's zone, else its desk's: the list as its first line.
  const { language, zone } = first.view;
  return { kind: 'gathered', lines, total, reader: { language, zone, now: world.clock.now() } };
}

import { MOST_NEWS } from '../../domain/budget/news';
import type { Desk } from '../../domain/desk/desk';
import type { SweepEffect } from '../../domain/effects';
import { isQuietRecord } from '../../domain/record/reading';
import type { Resource } from '../../domain/record/resource';
import { isOpen } from '../../domain/referral/face';
import { importOf } from '../../domain/referral/imported';
import { isNewsworthy } from '../../domain/referral/news';
import { isQuiet } from '../../domain/referral/quiet';
import { CHANNEL } from '../../domain/referral/parts';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk } from '../desks/bound';
import type { World } from '../ports/world';
import { homesOf } from './known-record';
import { deskForNew } from './routing';

const AT_ONCE = 200;

/**
 * What came together is counted before the first of it is shown, so that all of it is one list when it is too much for
 * cards. `resources`: read no further than is needed to know that.
 */
export async function crowdComing(
  world: World,
  resources: Iterable<Resource>,
  from: 'partner-center' | 'intake',
  account: string = world.accounts.keys[0],
): Promise<void> {
  let newcomers = 0;
  for (const part of inParts(newsworthy(world, resources, from))) {
    const ids = part.flatMap((one) => homesOf(world, one));
    newcomers += part.length - (await world.store.count('referral', { ids }, ids.length));
    if (newcomers > MOST_NEWS) break;
  }
  const desk = newcomers > MOST_NEWS ? await deskForNew(world, [account]) : undefined;
  if (desk) await world.budget.crowd(channelOf(desk), newcomers);
}

/** The same of those that a sweep brings to a channel, or frees for it. */
export async function crowdMoving(
  world: World,
  { does, of }: Pick<SweepEffect, 'does' | 'of'>,
  referrals: readonly Referral[],
): Promise<void> {
  if (does.kind === 'rules-changed' || referrals.length <= MOST_NEWS) return;
  const desk = await boundDesk(world.store, does.kind === 'routed' ? does.desk : of.desk);
  if (!desk) return;
  const posted = referrals.filter(
    (one) =>
      isOpen(one) &&
      !isQuiet(one) &&
      importOf(one) === undefined &&
      one.own.places.some(({ key, activity }) => key === CHANNEL && (!activity || one.own.desk !== desk.id)),
  );
  await world.budget.crowd(channelOf(desk), posted.length);
}

const channelOf = ({ id, tenant }: Desk) => ({ conversation: id, tenant });

function* newsworthy(
  world: World,
  resources: Iterable<Resource>,
  from: 'partner-center' | 'intake',
): Iterable<string> {
  const now = world.clock.now();
  for (const resource of resources)
    if (isNewsworthy(resource, from, now) && !isQuietRecord(resource)) yield resource.id;
}

/** Few are not worth looking for: what is no more than that is no crowd. */
function* inParts(ids: Iterable<string>): Iterable<string[]> {
  let part = new Set<string>();
  let before = 0;
  for (const id of ids) {
    part.add(id);
    if (part.size < AT_ONCE) continue;
    before += part.size;
    yield [...part];
    part = new Set();
  }
  if (before + part.size > MOST_NEWS) yield [...part];
}

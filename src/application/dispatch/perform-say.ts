import type { SayEffect, Settlement } from '../../domain/effects';
import type { Referral } from '../../domain/referral/referral';
import { audienceOf, peopleOf } from '../people/audience';
import type { World } from '../ports/world';
import { retryAt } from './failures';
import { freshFor, messageAbout, stillTrue } from './notice-facts';
import { deskFailure, deskToReach, isDesk } from './to-desk';

/** Words a notice by how things stand now, and says it as a reply under the card. */
export async function performSay(world: World, owing: Referral, effect: SayEffect): Promise<Settlement> {
  const fresh = await freshFor(world, owing, effect.notice);
  const { referral } = fresh;
  const notice = stillTrue(referral, effect.notice);
  if (!notice) return { kind: 'done' };
  const desk = await deskToReach(world, referral);
  if (!isDesk(desk)) return desk;
  const root = referral.own.places.find((place) => place.key === 'channel')?.activity;
  if (!root) return afterCard(world, referral, effect);
  const reached = effect.to === undefined ? [] : await audienceOf(world, referral, effect.to);
  const mention = await peopleOf(
    world,
    reached.map(({ to }) => to),
  );
  const message = await messageAbout(world, fresh, notice, { audience: 'channel' }, mention);
  const delivery = await world.messenger.post({ to: 'thread', desk, root }, message);
  return (await deskFailure(world, effect, desk, delivery)) ?? { kind: 'done', reached };
}

/** A reply needs the card that it hangs under, and waits for what that waits for. */
function afterCard(world: World, referral: Referral, effect: SayEffect): Settlement {
  const problem = 'its card is not posted yet';
  const card = referral.outbox.find((one) => one.kind === 'show' && one.lane === effect.lane && !one.dead);
  return card?.parked
    ? { kind: 'parked', until: card.parked, problem }
    : { kind: 'retry', at: retryAt(world, effect), problem };
}

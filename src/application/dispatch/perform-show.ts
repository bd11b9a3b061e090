import type { Settlement, ShowEffect } from '../../domain/effects';
import { stillSays } from '../../domain/referral/living-card';
import type { Place, Referral } from '../../domain/referral/referral';
import { stepPerson } from '../living/step-others';
import type { Address, Delivery } from '../ports/ports';
import { withSeenBefore } from '../lists/seen-before';
import { viewOf, type Reader } from '../lists/views';
import type { Message } from '../ports/messages';
import { messageAbout, stillTrue } from './notice-facts';
import type { World } from '../ports/world';
import { failureOf } from './failures';
import { inList, relist } from './in-list';
import { deskFailure, deskToReach, isDesk } from './to-desk';

/** Draws the card from the state as it is now: posted once, then updated. */
export async function performShow(world: World, referral: Referral, effect: ShowEffect): Promise<Settlement> {
  const place = referral.own.places.find((one) => one.key === effect.place);
  if (!place) return { kind: 'done' };
  const target = await targetOf(world, referral, place);
  if ('kind' in target) return target;
  const instead = await inList(world, referral, place, target.address, effect);
  if (instead) return instead;
  const message = await messageIn(world, referral, place, target.reader);
  const delivery = place.activity
    ? await world.messenger.update(target.address, place.activity, message, place.shown)
    : await world.messenger.post(target.address, message);
  const failure = await failed(world, effect, target.address, delivery);
  if (failure) return failure;
  if (delivery.kind !== 'delivered') return { kind: 'shown', asked: effect.asked };
  if (place.listed !== undefined && target.address.to === 'channel')
    await relist(world, target.address.desk.id, place.listed);
  if (target.address.to === 'person')
    await stepPerson(world, target.address.person.id, {
      kind: 'reached',
      conversation: delivery.conversation,
    });
  const { activity, conversation, shown } = delivery;
  return { kind: 'shown', asked: effect.asked, activity, conversation, shown };
}

/** The message that the card came as, for as long as that says something true; else the card. */
async function messageIn(world: World, referral: Referral, place: Place, reader: Reader): Promise<Message> {
  const says = stillSays(referral, place);
  const still = says && stillTrue(referral, says);
  return still
    ? messageAbout(world, { referral }, still, reader, [])
    : { kind: 'card', view: await withSeenBefore(world, referral, await viewOf(world, referral, reader)) };
}

/** Where a place is, and who reads there; or what an effect for it waits for. */
export async function targetOf(
  world: World,
  referral: Referral,
  place: Pick<Place, 'key'>,
): Promise<{ readonly address: Address; readonly reader: Reader } | Settlement> {
  if (place.key.startsWith('person:')) {
    const person = await world.store.get('person', place.key.slice('person:'.length));
    if (!person) return { kind: 'parked', until: 'person-reachable', problem: 'not known to the bot' };
    return { address: { to: 'person', person }, reader: { audience: 'person', person } };
  }
  const desk = await deskToReach(world, referral);
  return isDesk(desk) ? { address: { to: 'channel', desk }, reader: { audience: 'channel' } } : desk;
}

async function failed(
  world: World,
  effect: ShowEffect,
  address: Address,
  delivery: Delivery,
): Promise<Settlement | undefined> {
  if (address.to !== 'person') return deskFailure(world, effect, address.desk, delivery);
  const failure = failureOf(world, effect, delivery);
  if (failure?.kind === 'unreachable') await stepPerson(world, address.person.id, { kind: 'unreachable' });
  return failure;
}

import type { Desk } from '../../domain/desk/desk';
import type { SayEffect, TellEffect } from '../../domain/living/effects';
import { runningClocks } from '../../domain/referral/face';
import type { Notice } from '../../domain/referral/notices';
import type { Settlement } from '../../domain/living/outbox';
import type { Person, PersonRef } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import type { Message } from '../ports/messages';
import { keepConversation, personUnreachable } from '../people/people';
import { stepReferral } from '../operate/step-referral';
import { viewOf, type Reader } from '../lists/views';
import type { World } from '../ports/world';
import { failureOf, retryAt } from './failures';

/** Words a notice by how things stand now, and sends it: as a reply under the card, or to one person. */
export async function performNotice(
  world: World,
  referral: Referral,
  effect: SayEffect | TellEffect,
): Promise<Settlement> {
  const fresh = 'clocks' in effect.notice ? await readFirst(world, referral) : asStored(referral);
  const notice = stillTrue(fresh.referral, effect.notice);
  if (!notice) return { kind: 'done' };
  return effect.kind === 'say'
    ? sayInThread(world, fresh, effect, notice)
    : tellPerson(world, fresh, effect, notice);
}

/** A referral, and as of when it is known to stand so: a read that brings nothing new is not stored. */
interface Fresh {
  readonly referral: Referral;
  readonly asOf: number;
}

const asStored = (referral: Referral): Fresh => ({ referral, asOf: referral.observedAt });

/** Before a reminder a connected referral is read once; when that fails the message says as of when it speaks. */
async function readFirst(world: World, referral: Referral): Promise<Fresh> {
  const partnerCenter = world.accounts.of(referral.account);
  if (referral.truth !== 'partner-center' || !partnerCenter) return asStored(referral);
  const answer = await partnerCenter.get(referral.referralId);
  if (answer.kind !== 'ok') return asStored(referral);
  const stepped = await stepReferral(world, referral.id, { kind: 'observed', resource: answer.value });
  return { referral: stepped?.referral ?? referral, asOf: world.clock.now() };
}

/** Of a reminder only the clocks that still run; nothing when none does. */
function stillTrue(referral: Referral, notice: Notice): Notice | undefined {
  if (!('clocks' in notice)) return notice;
  const running = new Set(runningClocks(referral));
  const clocks = notice.clocks.filter((clock) => running.has(clock));
  return clocks.length === 0 ? undefined : { ...notice, clocks };
}

async function sayInThread(
  world: World,
  fresh: Fresh,
  effect: SayEffect,
  notice: Notice,
): Promise<Settlement> {
  const { referral } = fresh;
  const desk = referral.own.desk ? await world.store.get('desk', referral.own.desk) : undefined;
  if (!desk) return { kind: 'parked', until: 'desk-bound', problem: 'no desk is bound' };
  const root = referral.own.places.find((place) => place.key === 'channel')?.activity;
  if (!root) return afterCard(world, referral, effect);
  const named = whom(referral, effect, desk);
  const message = await messageOf(
    world,
    fresh,
    notice,
    { audience: 'channel' },
    await peopleOf(world, named),
  );
  const delivery = await world.messenger.post({ to: 'thread', desk, root }, message);
  return failureOf(world, effect, delivery) ?? { kind: 'done' };
}

/** A reply needs the card that it hangs under, and waits for what that waits for. */
function afterCard(world: World, referral: Referral, effect: SayEffect): Settlement {
  const problem = 'its card is not posted yet';
  const card = referral.outbox.find((one) => one.kind === 'show' && one.lane === effect.lane && !one.dead);
  return card?.parked
    ? { kind: 'parked', until: card.parked, problem }
    : { kind: 'retry', at: retryAt(world, effect), problem };
}

/** A reminder is for who owns it when it is sent, else for who answers. */
function whom(referral: Referral, { notice, mention }: SayEffect, desk: Desk): readonly PersonRef[] {
  const { owner } = referral.own;
  if (notice.kind === 'reminder') return owner ? [owner] : desk.answers;
  return mention === 'responders' ? desk.answers : mention;
}

async function tellPerson(
  world: World,
  fresh: Fresh,
  effect: TellEffect,
  notice: Notice,
): Promise<Settlement> {
  const person = await world.store.get('person', effect.to.id);
  if (!person) return { kind: 'unreachable', problem: 'not known to the bot' };
  const message = await messageOf(world, fresh, notice, { audience: 'person', person }, []);
  const delivery = await world.messenger.post({ to: 'person', person }, message);
  const failure = failureOf(world, effect, delivery);
  if (failure?.kind === 'unreachable') await personUnreachable(world, person.id);
  if (failure) return failure;
  if (delivery.kind === 'delivered') await keepConversation(world, person.id, delivery.conversation);
  return { kind: 'done' };
}

async function messageOf(
  world: World,
  { referral, asOf }: Fresh,
  notice: Notice,
  reader: Reader,
  mention: readonly Person[],
): Promise<Message> {
  const view = await viewOf(world, referral, reader);
  return { kind: 'notice', notice, view: { ...view, asOf }, mention };
}

async function peopleOf(world: World, named: readonly PersonRef[]): Promise<readonly Person[]> {
  const people = await Promise.all(named.map((one) => world.store.get('person', one.id)));
  return people.filter((person) => person !== undefined);
}

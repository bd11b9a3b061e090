import type { AnyDocument } from '../../domain/documents';
import type { Settlement, TellEffect } from '../../domain/effects';
import type { Notice } from '../../domain/notices';
import type { Person } from '../../domain/person/person';
import { mayMessage, stepPerson as step } from '../../domain/person/step';
import { changeDocument } from '../living/change-document';
import { stepPerson } from '../living/step-others';
import { readingOf } from '../lists/views';
import { audienceOf } from '../people/audience';
import type { Message } from '../ports/messages';
import type { World } from '../ports/world';
import { failureOf } from './failures';
import { freshFor, messageAbout, stillTrue } from './notice-facts';
import { namedAccounts } from '../sync/account-names';

/** A message in people's own chats: an audience is worked out first, and becomes one message each. */
export async function performTell(world: World, about: AnyDocument, effect: TellEffect): Promise<Settlement> {
  const { to } = effect;
  if (typeof to === 'string') return { kind: 'addressed', to: await audienceOf(world, about, to) };
  const person = await world.store.get('person', to.id);
  if (!person) return { kind: 'unreachable', problem: 'not known to the bot' };
  const message = await messageFor(world, about, effect, person);
  if (!message) return { kind: 'done' };
  // Taken before it is sent: many referrals may have something for one person in the same moment.
  if (about.kind === 'referral' && !(await takeTurn(world, person.id, about.id, effect)))
    return { kind: 'done' };
  const delivery = await world.messenger.post({ to: 'person', person }, message);
  const failure = failureOf(world, effect, delivery);
  if (failure?.kind === 'unreachable') await stepPerson(world, person.id, { kind: 'unreachable' });
  if (failure) return failure;
  const reached = [{ to, rule: effect.rule ?? 'named' }];
  if (delivery.kind !== 'delivered') return { kind: 'done', reached };
  const { activity, conversation, shown } = delivery;
  await stepPerson(world, person.id, { kind: 'reached', conversation });
  return { kind: 'done', reached, stands: { activity, conversation, shown } };
}

/** False: it will be in the list of what was too much for a minute. */
async function takeTurn(
  world: World,
  person: string,
  referral: string,
  { notice, tries, held }: TellEffect,
): Promise<boolean> {
  // What is tried again, or was held back, has had its turn.
  if (tries > 0 || held) return true;
  let may = true;
  await changeDocument(world.store, 'person', person, (known) => {
    const now = world.clock.now();
    may = mayMessage(known, now);
    return { document: step(known, { kind: 'message', referral, notice }, now), result: undefined };
  });
  return may;
}

/** Who has done it has read what it did. */
const isOwnDoing = (notice: Notice, { id }: Person): boolean =>
  ['desk-unbound', 'stuck', 'author-away'].includes(notice.kind) && 'by' in notice && notice.by.id === id;

/** Undefined: it says nothing true any more, or nothing new to this person. */
async function messageFor(
  world: World,
  about: AnyDocument,
  effect: TellEffect,
  person: Person,
): Promise<Message | undefined> {
  if (isOwnDoing(effect.notice, person)) return undefined;
  const reader = { audience: 'person' as const, person };
  if (about.kind !== 'referral') {
    const desk = about.kind === 'desk' ? about : undefined;
    const readBy = { ...readingOf(world, reader, desk), now: world.clock.now() };
    const named = about.kind === 'account' && namedAccounts(world).find(({ id }) => id === about.id);
    return {
      ...{ kind: 'word', notice: effect.notice, reader: readBy },
      ...(named && { account: named.name }),
    };
  }
  const fresh = await freshFor(world, about, effect.notice);
  const notice = stillTrue(fresh.referral, effect.notice);
  return notice && messageAbout(world, fresh, notice, reader, []);
}

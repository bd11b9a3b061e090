import type { AwaitedAuthor } from '../../../domain/referral/awaited-author';
import type { Notice } from '../../../domain/notices';
import { moment } from './moments';
import { inline } from './plain-text';
import type { Reader } from './reader';

/** Whose sign-in a card waits for, and what happens without it. */
export function awaitsWords(reader: Reader, { by, until }: AwaitedAuthor): string {
  const name = inline(by.name, 80);
  return until === undefined
    ? reader.say('pending.awaits', { name })
    : reader.say('pending.awaits-until', { name, when: moment(reader, until) });
}

/** Somebody's change waits for their sign-in, or until the desk's account sends it (business time, ms); or it waits no more. */
export function authorSignIn(
  reader: Reader,
  customer: string,
  { standsInAt, ended }: Extract<Notice, { kind: 'author-sign-in' }>,
): string {
  if (ended) return reader.say(`notices.author-sign-in-${ended}`, { customer });
  return standsInAt === undefined
    ? reader.say('notices.author-sign-in', { customer })
    : reader.say('notices.author-sign-in-until', { customer, when: moment(reader, standsInAt) });
}

/** The managers are told while there is still time. */
export const authorAway = (
  reader: Reader,
  customer: string,
  { by, deadline }: Extract<Notice, { kind: 'author-away' }>,
): string =>
  reader.say('notices.author-away', {
    customer,
    name: inline(by.name, 80),
    when: moment(reader, deadline),
  });

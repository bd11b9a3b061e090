import { moment } from './moments';
import type { Reader } from './reader';

/** Somebody's change waits for their sign-in, or until the desk's account sends it (business time, ms). */
export const authorSignIn = (reader: Reader, customer: string, standsInAt: number | undefined): string =>
  standsInAt === undefined
    ? reader.say('notices.author-sign-in', { customer })
    : reader.say('notices.author-sign-in-until', { customer, when: moment(reader, standsInAt) });

import type { Contact } from './current';
import type { Member } from './resource';

/** The words that the field may hold are published nowhere: only those that say so themselves are believed (inference). */
const isWrong = (status: unknown): boolean =>
  typeof status === 'string' && /invalid|not ?valid|undeliverable/iu.test(status);

/** What Partner Center has found wrong of a contact: `emailValidationStatus`, `phoneValidationStatus` (seen in live records). */
export function doubtsOf(member: Member): Pick<Contact, 'doubts'> {
  const doubts = [
    ...(member.email && isWrong(member['emailValidationStatus']) ? (['email'] as const) : []),
    ...(member.phoneNumber && isWrong(member['phoneValidationStatus']) ? (['phone'] as const) : []),
  ];
  return doubts.length === 0 ? {} : { doubts };
}

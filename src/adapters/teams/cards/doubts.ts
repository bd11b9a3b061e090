import type { ReferralView } from '../../../application/ports/messages';
import type { Reader } from './reader';
import { plainLine, pointed } from './runs';
import type { Model } from './templates';

/** What Partner Center doubts of a referral, before anybody works on it: it may be spam, or its contacts cannot be reached. */
export function doubtLine(reader: Reader, { current }: ReferralView): Model[] {
  const wrong = new Set(current.contacts.flatMap(({ doubts = [] }) => doubts));
  const words = pointed(
    current.suspected ? reader.say('card.suspected') : '',
    ...[...wrong].map((what) => reader.say(`card.wrong-${what}`)),
  );
  return plainLine(words, { color: 'Warning', size: 'Small' });
}

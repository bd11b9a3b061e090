import type { ReferralView } from '../../../application/ports/messages';
import type { Reader } from './reader';
import { plainLine, pointed } from './runs';
import type { Model } from './templates';

/** Nobody has acted on it, and nobody need. */
export const isQuietStill = ({ quiet, current }: ReferralView): boolean =>
  quiet !== undefined && current.stage === 'received';

/** What nobody need act on, and why; '' for all else. */
export const quietWords = (reader: Reader, { quiet }: ReferralView): string =>
  quiet ? reader.say(`quiet.${quiet}`) : '';

/** What Partner Center doubts of a referral, before anybody works on it: it may be spam, or its contacts cannot be reached. */
export function doubtLine(reader: Reader, view: ReferralView): Model[] {
  const { current, quiet } = view;
  const wrong = new Set(current.contacts.flatMap(({ doubts = [] }) => doubts));
  const words = pointed(
    quiet === 'suspected' ? reader.say('card.suspected') : quietWords(reader, view),
    ...[...wrong].map((what) => reader.say(`card.wrong-${what}`)),
  );
  return plainLine(words, { color: 'Warning', size: 'Small' });
}

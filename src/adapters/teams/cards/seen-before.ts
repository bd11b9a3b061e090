import type { ReferralView } from '../../../application/ports/messages';
import { line } from './plain-text';
import type { Reader } from './reader';
import { plainLine, pointed } from './runs';
import type { Model } from './templates';

const EXACT = 1_000;

/** Before anybody works on it: how many others there are of this customer, and how the first of them stand. */
export function seenBeforeLine(reader: Reader, { seenBefore }: ReferralView): Model[] {
  if (!seenBefore) return [];
  const { total, newest } = seenBefore;
  const words =
    total >= EXACT ? reader.say('card.seen-before-many') : reader.say('card.seen-before', { count: total });
  const each = newest.map(({ stage, archivedAs, owner }) => {
    const stands = reader.say(`stages.${archivedAs ?? stage}`);
    return owner === undefined
      ? stands
      : reader.say('card.seen-as', { stage: stands, name: line(owner, 60) });
  });
  return plainLine(pointed(words, ...each), { color: 'Accent', size: 'Small' });
}

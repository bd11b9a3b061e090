import type { HistoryLine, ReferralView } from '../../../application/ports/messages';
import type { ButtonData, MakeButton } from './make-button';
import { moment } from './moments';
import { inline } from './plain-text';
import type { Reader } from './reader';
import { namedByRow } from './string-key';
import type { Model } from './templates';

function lineWords(reader: Reader, { at, by, what, to, about, times }: HistoryLine): string {
  const words = { moment: moment(reader, at), what: reader.say(namedByRow(`audit.${what}`)) };
  if (times !== undefined) return reader.say('details.line-times', { ...words, times });
  if (to) {
    const name = to.map((one) => inline(one)).join(', ');
    const of = about === undefined ? undefined : reader.lookup('told-about', about);
    return of === undefined
      ? reader.say('details.line-to', { ...words, name })
      : reader.say('details.line-about', { ...words, name, of });
  }
  return by === undefined
    ? reader.say('details.line', words)
    : reader.say('details.line-by', { ...words, name: inline(by) });
}

/** What happened to a referral, newest first. `more`: the way to what was before, where it stands below the lines. */
export function happened(
  reader: Reader,
  lines: readonly HistoryLine[],
  more: readonly Model[] = [],
): readonly Model[] {
  const texts =
    lines.length === 0 ? [reader.say('details.nothing-older')] : lines.map((line) => lineWords(reader, line));
  const title = reader.say('details.history');
  return [{ title, lines: texts.map((text) => ({ text })), hasMore: more.length > 0, more }];
}

/** The button to the lines from number `from` backwards; none when there are none. */
export const olderLines = (
  reader: Reader,
  { id }: ReferralView,
  make: MakeButton,
  from: number | undefined,
  way: Pick<ButtonData, 'back'> = {},
): Model[] =>
  from === undefined || from < 1
    ? []
    : [make({ verb: 'past', title: reader.say('buttons.show-more'), data: { referral: id, from, ...way } })];

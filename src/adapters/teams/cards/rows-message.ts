import { texts } from './answer-card';
import { defused } from './plain-text';
import type { Reader } from './reader';
import { cardMessage } from './rendered-activity';
import type { RenderedActivity } from './shown';
import type { StringKey } from './string-key';
import type { Expand, Model } from './templates';

interface Rows {
  readonly title: string;
  readonly rows: readonly Model[];
  /** What stands with them; '': nothing. */
  readonly said: readonly string[];
  /** What this template has of its own. */
  readonly own?: Model;
}

/** A message of rows, each of which is pressed by itself. */
export function rowsMessage(
  expand: Expand,
  reader: Reader,
  template: 'list' | 'new-referrals',
  { title, rows, said, own = {} }: Rows,
): RenderedActivity {
  const card = expand(template, {
    language: reader.language,
    fallback: defused(title, 600),
    title,
    titleColor: 'Default',
    titleSize: 'Medium',
    texts: texts(...said),
    rows,
    buttons: [],
    ...own,
  });
  return cardMessage(card, title);
}

/** How many there are beside the rows; '': none. */
export const restWords = (
  reader: Reader,
  total: number,
  shown: number,
  key: Extract<StringKey, 'notices.gathered-more' | 'notices.found-more'> = 'notices.gathered-more',
): string => (total > shown ? reader.say(key, { count: total - shown }) : '');

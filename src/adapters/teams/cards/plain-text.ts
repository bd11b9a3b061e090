import { calm, cut } from '../../../platform/plain-text';

/*
 * Text from outside (customers, senders, colleagues, names in Teams) on its way to people. It is shown in places that know no
 * markdown; where that cannot be had (mentions, texts), what could be read as markup is taken out or escaped here.
 */

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const MARKUP = /[[\]*_~`<>|\\#{}]/gu;

/** So much more than what is shown is looked at, for the blanks that go. */
const ROOM = 4;

/** Several lines, at most `most` characters. */
export const block = (text: string, most: number): string =>
  cut(
    calm(text.slice(0, ROOM * most))
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
    most,
  );

/** The first lines as they are, the others as one. */
export function fewerLines(text: string, most: number): string {
  const lines = text.split('\n');
  return [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')].join('\n');
}

/** One line, at most `most` characters. */
export const line = (text: string, most = 120): string =>
  cut(block(text, ROOM * most).replace(/\s+/gu, ' '), most);

/** One line to be put into a sentence of ours: what runs from right to left does not turn the sentence round. */
export function inline(text: string, most = 120): string {
  const calm = line(text, most);
  return RIGHT_TO_LEFT.test(calm) ? `\u2068${calm}\u2069` : calm;
}

/** An address: some clients make a link of it by themselves. */
const ADDRESS = /\b[a-z][a-z\d+.-]*:\/\/[^\s()]*|\bwww\.[^\s()]*/giu;

/** For places that may be read as markdown or markup: the same without what could mean something there. */
export const defused = (text: string, most = 120): string =>
  line(
    text
      .slice(0, ROOM * most)
      .replaceAll('&', '＆')
      .replace(MARKUP, ' ')
      .replace(ADDRESS, '…'),
    most,
  );

/** A whole sentence for a message, which clients may read as markdown; a line between letters (`first_last`) stays. */
export const unmarked = (text: string): string =>
  block(text, 8_000).replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[[\]*~`|\\#]/gu, ' ');

/** For a message with `textFormat: xml`. */
export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const CONTROL = /(?!\n)\p{Cc}|\ufeff/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Marks that turn the direction of what stands around them. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Most texts: nothing in them is to be calmed. */
const CALM = /^[\n -~]*$/;

/**
 * Text from outside (customers, senders, services, names in Teams) without what could make it look like something else: controls
 * become blanks, marks of direction go, halves of characters are shown as such. Line ends of every sort become `\n` and stay.
 */
export function calm(text: string): string {
  if (CALM.test(text)) return text;
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(CONTROL, ' ')
    .replace(DIRECTION, '');
}

/** The same as one line. */
export const calmLine = (text: string): string => calm(text).replace(/\s+/gu, ' ').trim();

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `most` UTF-16 units, an ellipsis for the rest; never through the middle of what people see as one character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const first = graphemes.segment(text).containing(most - 1)?.index ?? 0;
  return `${text.slice(0, first).trimEnd()}…`;
}

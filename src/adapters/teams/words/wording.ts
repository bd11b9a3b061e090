/** How a reader's words are told apart from the words of courtesy around them. */

/** Small letters, no accents, one space between words. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const PHRASES = [
  'please',
  'pls',
  'ok(?:ay)?,?',
  'well,?',
  "let'?s say",
  'i (?:think|guess|would say|expect)',
  "i'd say",
  'maybe',
  'probably',
  'say',
  'make it',
  '(?:change|set) (?:it )?to',
  "it(?:'s| is| will be| was)",
  'about',
  'around',
  'approx(?:\\.|imately)?',
  'roughly',
  'circa',
  'ca\\.?',
  'close to',
  'because(?: of)?',
  'number',
  'option',
  'on',
  'by',
  'until',
  'till',
  'for',
  'in(?= (?:euros?|dollars?|pounds|\\p{L}{3}$))',
].join('|');

const LABELS =
  '(?:the |my )?(?:estimated )?(?:deal )?(?:value|amount|worth|currency|(?:close |closing )?date|reason|' +
  '(?:time ?)?zone|phone(?: number)?|e-?mail(?: address)?)';

const BEFORE = new RegExp(`^(?:(?:${PHRASES}|${LABELS} (?:is|will be))(?=\\s|$)|${LABELS} ?[:=])\\s*`, 'iu');
const AFTER = /(?:^|[\s,])+(?:please|pls|thanks|thank you|thx|or so|i think|i guess|approximately|roughly)$/i;

/** Without the words of courtesy and doubt around what is meant, and without the sentence's end. */
export function bare(text: string): string {
  let now = text.replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").trim();
  for (let before = ''; before !== now;) {
    before = now;
    now = now
      .replace(/(?<![!?;,])[!?;,]+$/, '')
      .replace(AFTER, '')
      .replace(BEFORE, '')
      .replace(/^[~≈]\s*/, '')
      .trim();
  }
  return now;
}

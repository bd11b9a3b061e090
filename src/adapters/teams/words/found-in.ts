import { DateTime } from 'luxon';
import { readDate, type DateContext } from './read-date';
import { readMoney, type TypedMoney } from './read-money';

const SIGN = '[€$£¥]';
const DIGITS = "\\d[\\d.,'’]*";
const SCALE = '(?:k|m|mio|mn|thousand|million)\\b';
const CODE = '(?:eur|usd|gbp|chf|sek|nok|dkk|pln|czk|rub|jpy|aud|cad|euros?|dollars?|pounds?)\\b';

/** An amount stands out of other numbers by its sign, its currency or its scale: "120 seats" is none. */
const AMOUNT = new RegExp(
  `(?:${SIGN}|\\b${CODE})\\s?${DIGITS}\\s?(?:${SCALE})?|(?<![\\w.,]|\\d['’])${DIGITS}\\s?(?:${SCALE}\\s?(?:${SIGN}|${CODE})?|${SIGN}|${CODE})`,
  'giu',
);

/** The one thing of its kind in a text: two that differ are left to the person. */
function only<T>(all: readonly T[], same: (one: T, other: T) => boolean): T | undefined {
  const [first] = all;
  return first !== undefined && all.every((one) => same(one, first)) ? first : undefined;
}

/** "30-40k": which of the two is meant, nobody can tell. */
const RANGE = /\d\s?[\p{L}€$£¥]*\s?[-–—]\s?$/u;
/** "-40k", "€-40k": a dash with a space after it only parts what is said. */
const NEGATIVE = /(?:(?:^|[\s,;:(€$£¥])[-−–]|\bminus\s)$/iu;
const MINUS_WITHIN = /^\D*?[-−–]\s?\d/u;

/** The amount that a text speaks of, wherever it stands in it; undefined: none, or several. `hint`: ISO 4217, what "$" is. */
export function amountIn(text: string, hint?: string): TypedMoney | undefined {
  const all = [...text.matchAll(AMOUNT)].map(({ 0: amount, index }) => ({
    amount: amount.replace(/(?<![.,])[.,]+$/, ''),
    before: text.slice(Math.max(0, index - 20), index),
  }));
  if (all.some(({ before }) => RANGE.test(before))) return undefined;
  const found = all.flatMap(({ amount, before }) => {
    const negative = NEGATIVE.test(before) && !MINUS_WITHIN.test(amount);
    return readMoney(negative ? `-${amount}` : amount, hint) ?? [];
  });
  return only(found, (one, other) => one.value === other.value && one.currency === other.currency);
}

const MOST_WORDS = 4;
/** So many places in a text are looked at for a day: a longer text says when at its beginning, or not at all. */
const MOST_PLACES = 40;
/** Without a year a day further off is one that is past, read as the next of that name. */
const MOST_MONTHS = 9;
/** What a day is said with: "by next friday", "in march", "on 31/3". */
const BEFORE_DAY = /^(?:in|by|on|until|till|before|end|next|close|closes|closing|starts?|starting)$/i;
const LOOKS_LIKE_DAY = /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$|^\d{1,2}(?:st|nd|rd|th)$/i;

/** The longest run of words from here that names a day. */
function dayFrom(words: readonly string[], at: number, context: DateContext): string | undefined {
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count -= 1) {
    const said = words
      .slice(at, at + count)
      .join(' ')
      .replace(/(?<![.,;!?])[.,;!?]+$/, '')
      .replace(/^(?:close[sd]?|closing|starts?|starting) /i, '');
    // "in march" is until it is over.
    const day = readDate(said, context) ?? readDate(said.replace(/^\S+/, 'end of'), context);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The day that a text speaks of, from today on; undefined: none, or several. */
export function dayNamedIn(text: string, context: DateContext): string | undefined {
  const words = text.split(/\s+/);
  const places = words.flatMap((word, at) =>
    BEFORE_DAY.test(word) || LOOKS_LIKE_DAY.test(word.replace(/(?<![.,;!?])[.,;!?]+$/, '')) ? [at] : [],
  );
  const found = places.slice(0, MOST_PLACES).flatMap((at) => dayFrom(words, at, context) ?? []);
  const year = /\b20\d\d\b/.test(text);
  const last = DateTime.fromISO(context.today).plus({ months: MOST_MONTHS }).toISODate() ?? '';
  return only(
    found.filter((day) => day >= context.today && (year || day <= last)),
    (one, other) => one === other,
  );
}

/** Between these stand words: each is looked at once, however long it is. */
const BREAKS = /[\s<>,;:()[\]"']+/u;
const ADDRESS = /^[^@]+@[^@.]+(?:\.[^@.]+)*\.[\p{L}\d-]{2,}$/u;
const LONGEST_ADDRESS = 254;

export const addressesIn = (text: string): readonly string[] =>
  text
    .split(BREAKS)
    .filter((word) => word.length <= LONGEST_ADDRESS + 1 && word.includes('@'))
    .map((word) => word.replace(/[.!?]+$/, ''))
    .filter((word) => word.length <= LONGEST_ADDRESS && ADDRESS.test(word));

const PHONE = /(?<![\w/.-])(?:\+|00|\(?0)\d[\d ()/.-]{5,20}\d(?![\w/.-])/u;

export const phoneIn = (text: string): string | undefined => PHONE.exec(text)?.[0].trim();

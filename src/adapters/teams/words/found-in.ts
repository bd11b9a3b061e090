import { DateTime } from 'luxon';
import { readDate, type DateContext } from './read-date';
import { readMoney, type TypedMoney } from './read-money';

const SIGN = '[€$£¥]';
const DIGITS = "\\d[\\d.,'’]*";
const SCALE = '(?:k|m|mio|mn|thousand|million)\\b';
const CODE = '(?:eur|usd|gbp|chf|sek|nok|dkk|pln|czk|rub|jpy|aud|cad|euros?|dollars?|pounds?)\\b';

/** An amount stands out of other numbers by its sign, its currency or its scale: "120 seats" is none. */
const AMOUNT = new RegExp(
  `(?:${SIGN}|\\b${CODE})\\s?${DIGITS}\\s?(?:${SCALE})?|(?<![\\w.,])${DIGITS}\\s?(?:${SCALE}\\s?(?:${SIGN}|${CODE})?|${SIGN}|${CODE})`,
  'giu',
);

/** The one thing of its kind in a text: two that differ are left to the person. */
function only<T>(all: readonly T[], same: (one: T, other: T) => boolean): T | undefined {
  const [first] = all;
  return first !== undefined && all.every((one) => same(one, first)) ? first : undefined;
}

/** The amount that a text speaks of, wherever it stands in it; undefined: none, or several. `hint`: ISO 4217, what "$" is. */
export function amountIn(text: string, hint?: string): TypedMoney | undefined {
  const found = [...text.matchAll(AMOUNT)].flatMap(
    ([amount]) => readMoney(amount.replace(/[.,]+$/, ''), hint) ?? [],
  );
  return only(found, (one, other) => one.value === other.value && one.currency === other.currency);
}

const MOST_WORDS = 4;
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
      .replace(/[.,;!?]+$/, '')
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
  const found = words.flatMap((word, at) =>
    BEFORE_DAY.test(word) || LOOKS_LIKE_DAY.test(word.replace(/[.,;!?]+$/, ''))
      ? (dayFrom(words, at, context) ?? [])
      : [],
  );
  const year = /\b20\d\d\b/.test(text);
  const last = DateTime.fromISO(context.today).plus({ months: MOST_MONTHS }).toISODate() ?? '';
  return only(
    found.filter((day) => day >= context.today && (year || day <= last)),
    (one, other) => one === other,
  );
}

const ADDRESS = /[^\s<>,;:()[\]"']+@[^\s<>,;:()[\]"']+\.[\p{L}\d-]{2,}/gu;
const PHONE = /(?<![\w/.-])(?:\+|00|\(?0)\d[\d ()/.-]{5,20}\d(?![\w/.-])/u;

export const addressesIn = (text: string): readonly string[] =>
  [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.!?]+$/, ''));

export const phoneIn = (text: string): string | undefined => PHONE.exec(text)?.[0].trim();

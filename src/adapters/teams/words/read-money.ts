import { recognizeCurrency } from '@microsoft/recognizers-text-number-with-unit';
import { recognizeNumber } from '@microsoft/recognizers-text-number';
import { currencyOf } from '../../../domain/record/currencies';
import { readAmount } from '../../../domain/record/money';
import { bare } from './wording';

export interface TypedMoney {
  readonly value: string;
  /** ISO 4217, if one was named. */
  readonly currency?: string;
}

const CULTURE = 'en-us';

function money(value: string | undefined, currency: string | undefined): TypedMoney | undefined {
  return value === undefined ? undefined : { value, ...(currency === undefined ? {} : { currency }) };
}

/** The recognizer's types say that there always is a resolution; there is none of what it cannot read. */
const currencyIn = (resolution: Readonly<Record<string, unknown>> | null | undefined): unknown =>
  resolution?.['isoCurrency'];

/** A currency by its code, sign or English word; longer names ("Swiss francs") are the recognizer's. */
function currencyNamed(name: string, hint: string | undefined): string | undefined {
  const meant = name.trim().replace(/^in /i, '').replace(/\.$/, '');
  const own = currencyOf(meant, hint);
  if (own !== undefined || !/^\p{L}{2,}[\p{L} ]*$/u.test(meant)) return own;
  const found = recognizeCurrency(`1 ${meant}`, CULTURE).find((one) => one.text.length === meant.length + 2);
  const code = currencyIn(found?.resolution);
  return typeof code === 'string' ? currencyOf(code) : undefined;
}

/** "40.000,50 €", "40keur", "1.5 million dollars": the tail is a scale, a currency or both. */
function currencyAfter(text: string, hint: string | undefined): TypedMoney | undefined {
  const match = /^([-+−]? ?[\d.,'’ ]*\d(?:[.,][-–—]+)?)(.{1,30})$/u.exec(text);
  const [digits = '', tail = ''] = match?.slice(1) ?? [];
  for (let at = 0; at < tail.length; at += 1) {
    const name = tail.slice(at);
    const currency = name.startsWith(' ') || at < 2 ? currencyNamed(name, hint) : currencyOf(name, hint);
    const value = currency && readAmount((digits + tail.slice(0, at)).trim(), currency);
    if (value) return money(value, currency);
  }
  return undefined;
}

/** "EUR 40k", "€40,000.50", "-€5". */
function currencyBefore(text: string, hint: string | undefined): TypedMoney | undefined {
  const match = /^([-−]?) ?([^\d−-]{1,30}?) ?([-−]?\d.*)$/u.exec(text);
  const currency = match ? currencyNamed(match[2] ?? '', hint) : undefined;
  if (!match || currency === undefined) return undefined;
  return money(readAmount(`${match[1] ?? ''}${match[3] ?? ''}`, currency), currency);
}

function fromDigits(text: string, hint: string | undefined): TypedMoney | undefined {
  const plain = readAmount(text, hint);
  if (plain !== undefined) return money(plain, undefined);
  return currencyAfter(text, hint) ?? currencyBefore(text, hint);
}

/** A recognizer's number is believed only when it is plain: it says "NaN" and null at times. */
const plainNumber = (value: unknown): string | undefined =>
  typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? readAmount(value) : undefined;

/**
 * "forty thousand euros", "half a million dollars". Only for words: beside digits the English recognizers take a part
 * for the whole ("50 €" out of "40.000,50 €"). It must have understood all of it.
 */
function fromWords(text: string, hint: string | undefined): TypedMoney | undefined {
  const whole = (found: { readonly text: string }): boolean => found.text.length === text.length;
  const priced = recognizeCurrency(text, CULTURE).find(whole);
  if (priced) {
    const { value, isoCurrency } = priced.resolution as Readonly<Record<string, unknown>>;
    const named = currencyOf(text.split(' ').at(-1) ?? '', hint);
    const code = named ?? (typeof isoCurrency === 'string' ? currencyOf(isoCurrency) : undefined);
    return code === undefined ? undefined : money(plainNumber(value), code);
  }
  const number = recognizeNumber(text, CULTURE).find(whole);
  return money(plainNumber((number?.resolution as { value?: unknown } | undefined)?.value), undefined);
}

/**
 * An amount in typed words, with the currency if one is named. `hint`: ISO 4217, decides what "$" is. The value is in
 * normal form and may be below zero or too large: that is the form's rule to say. Undefined: it is no amount, or two.
 */
export function readMoney(text: string, hint?: string): TypedMoney | undefined {
  const meant = bare(text).replace(/^half an? (?=million|billion)/i, '0.5 ');
  if (meant === '' || meant.length > 100) return undefined;
  return /\d/.test(meant) ? fromDigits(meant, hint) : fromWords(meant, hint);
}

/** A currency in typed words: "eur", "in euros", "€", "US dollars". */
export function readCurrency(text: string, hint?: string): string | undefined {
  const meant = bare(text);
  return meant.length > 60 ? undefined : currencyNamed(meant, hint);
}

import { currencyDigits } from './currencies';

/**
 * Money is a decimal string in major units, in normal form: no sign but "-", no grouping, "." before the fraction,
 * no fraction when it is zero, at least two digits of it otherwise ("40000", "40000.50").
 */
export type MoneyProblem = 'not-money' | 'below-zero' | 'too-large' | 'too-many-digits';

/** A deal is below 10^12: every value with its digits is then exact as the JSON number that Partner Center takes. */
const MOST_WHOLE_DIGITS = 12;

/** Longer texts are no amounts; it keeps the patterns below from long work. */
const LONGEST_AMOUNT = 100;

/** Words after a number, to the zeros that they add. "mil" is missing: thousand in Lisbon, million in London. */
const SCALES: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  tsd: 3,
  tausend: 3,
  duizend: 3,
  mille: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mio: 6,
  mln: 6,
  million: 6,
  millions: 6,
  millionen: 6,
  miljoen: 6,
  milhão: 6,
  milhões: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  billion: 9,
  billions: 9,
  milliarde: 9,
  milliarden: 9,
  milliard: 9,
  milliards: 9,
  miljard: 9,
};

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

const GROUPED = /^\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*$/;
/** Lakh and crore: 12,34,567. */
const GROUPED_INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
/** One separator and exactly three digits after it: 1.234 or 1,234. */
const TWO_READINGS = /^[1-9]\d{0,2}[.,]\d{3}$/;

function decimalSign(digits: string): '.' | ',' | undefined {
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (dots + commas !== 1) return undefined;
  return dots === 1 ? '.' : ',';
}

function partsOf(digits: string, sign: '.' | ',' | undefined): Parts | undefined {
  const at = sign === undefined ? -1 : digits.lastIndexOf(sign);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (at >= 0 && !/^\d+$/.test(fraction)) return undefined;
  if (whole === '' && at >= 0) return { whole: '0', fraction };
  if (!/^\d+$/.test(whole) && !GROUPED.test(whole) && !GROUPED_INDIAN.test(whole)) return undefined;
  return { whole: whole.replace(/\D/g, ''), fraction };
}

/**
 * "1.234" and "1,234" are thousands, as people write deals; beside a currency with three digits (KWD) the point is
 * the decimal one. Before a scale ("1.250k") nobody can tell: undefined.
 */
function readDigits(digits: string, scaled: boolean, currency: string | undefined): Parts | undefined {
  const sign = decimalSign(digits);
  if (!TWO_READINGS.test(digits)) return partsOf(digits, sign);
  if (scaled) return undefined;
  const threeDigits = currency !== undefined && currencyDigits(currency) === 3;
  return partsOf(digits, threeDigits && sign === '.' ? '.' : undefined);
}

function normal(parts: Parts, negative: boolean): string {
  const whole = parts.whole.replace(/^0+(?=\d)/, '');
  const fraction = parts.fraction.replace(/0+$/, '');
  const value = fraction === '' ? whole : `${whole}.${fraction.padEnd(2, '0')}`;
  return negative && value !== '0' ? `-${value}` : value;
}

function scaledBy(parts: Parts, zeros: number): Parts {
  const fraction = parts.fraction.padEnd(zeros, '0');
  return { whole: parts.whole + fraction.slice(0, zeros), fraction: fraction.slice(zeros) };
}

/**
 * An amount as a person writes it ("40k", "1.5m", "40,000.50", "40.000,50", "1 000", "1'000", "40.000,-") in normal
 * form, or undefined. Says nothing about its size: that is `checkMoney`'s part. No exponents, no hex, no currency.
 */
export function readAmount(text: string, currency?: string): string | undefined {
  if (text.length > LONGEST_AMOUNT) return undefined;
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/^[−–]/, '-')
    .replace(/[.,][-–—]+$/, '');
  const match = /^([+-]?) ?([\d.,' ]*\d) ?(\p{L}*)\.?$/u.exec(plain);
  if (!match) return undefined;
  const [, sign, digits = '', word = ''] = match;
  const zeros =
    word === '' ? 0 : Object.hasOwn(SCALES, word.toLowerCase()) ? SCALES[word.toLowerCase()] : undefined;
  if (zeros === undefined) return undefined;
  const parts = readDigits(digits, zeros > 0, currency);
  return parts && normal(scaledBy(parts, zeros), sign === '-');
}

/** A deal's value out of what a person wrote, in normal form, or what is wrong with it. `currency`: ISO 4217, if known. */
export function checkMoney(
  text: string,
  currency?: string,
): { readonly value: string } | { readonly problem: MoneyProblem } {
  const value = readAmount(text, currency);
  if (value === undefined) return { problem: 'not-money' };
  if (value.startsWith('-')) return { problem: 'below-zero' };
  const [whole = '', fraction = ''] = value.split('.');
  if (whole.length > MOST_WHOLE_DIGITS) return { problem: 'too-large' };
  const digits = fraction.replace(/0+$/, '').length;
  if (currency !== undefined && digits > currencyDigits(currency)) return { problem: 'too-many-digits' };
  return { value };
}

function partsOfDecimal(value: string): (Parts & { readonly negative: boolean }) | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  return match ? { negative: match[1] === '-', whole: match[2] ?? '', fraction: match[3] ?? '' } : undefined;
}

/** A machine's decimal ("42000.0", "12.345") in normal form, rounded (half away from zero) to the currency's digits. */
export function roundMoney(value: string, currency: string): string | undefined {
  const parts = partsOfDecimal(value);
  if (!parts) return undefined;
  const digits = currencyDigits(currency);
  const kept = BigInt(parts.whole + parts.fraction.slice(0, digits).padEnd(digits, '0'));
  const rounded = String((parts.fraction[digits] ?? '0') >= '5' ? kept + 1n : kept).padStart(digits + 1, '0');
  const at = rounded.length - digits;
  return normal({ whole: rounded.slice(0, at), fraction: rounded.slice(at) }, parts.negative);
}

/** Whether two decimals are the same amount ("42000.0" and "42000"). */
export function sameMoney(one: string, other: string): boolean {
  const [a, b] = [partsOfDecimal(one), partsOfDecimal(other)];
  return a && b ? normal(a, a.negative) === normal(b, b.negative) : one === other;
}

/** The exact sum of decimals in major units, in normal form. What is no decimal counts as nothing. */
export function sumMoney(values: readonly string[]): string {
  const all = values.flatMap((value) => partsOfDecimal(value) ?? []);
  const digits = Math.max(0, ...all.map((parts) => parts.fraction.length));
  const scaled = all.reduce((sum, { negative, whole, fraction }) => {
    const value = BigInt(whole + fraction.padEnd(digits, '0'));
    return negative ? sum - value : sum + value;
  }, 0n);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const at = text.length - digits;
  return normal({ whole: text.slice(0, at), fraction: text.slice(at) }, scaled < 0n);
}

import { IANAZone } from 'luxon';
import { unknownPlaces } from '../desk/letter';
import { countryOf } from '../record/countries';
import { currencyDigits, currencyOf } from '../record/currencies';
import { isDay, later } from '../record/dates';
import { checkMoney } from '../record/money';
import type { Field, Problem, ProblemKey } from './form';
import { isBlank, lengthOf, oneLine, severalLines } from './written-text';

/** What a field's rule needs to know beside the text. */
export interface FieldContext {
  /** YYYY-MM-DD where the desk is. */
  readonly today: string;
  /** ISO 4217: what the form's currency field holds, if that is one. */
  readonly currency?: string;
}

/** The value as it is kept, or the key of what is wrong with it. */
type Ruled =
  | { readonly value: string }
  | { readonly problem: ProblemKey; readonly params?: Readonly<Record<string, string>> };

type Rule = (text: string, field: Field, context: FieldContext) => Ruled;

const YEARS_AHEAD = 5;
const MOST_MONEY = '999,999,999,999';

function tooLong(text: string, field: Field): Ruled | undefined {
  return lengthOf(text) > field.maxLength
    ? { problem: 'too-long', params: { max: String(field.maxLength) } }
    : undefined;
}

const money: Rule = (text, _field, { currency }) => {
  const checked = checkMoney(text, currency);
  if ('value' in checked) return checked;
  if (checked.problem === 'too-large') return { problem: 'too-large', params: { max: MOST_MONEY } };
  if (checked.problem !== 'too-many-digits' || currency === undefined) return { problem: checked.problem };
  return { problem: 'too-many-digits', params: { currency, digits: String(currencyDigits(currency)) } };
};

const currency: Rule = (text) => {
  const code = currencyOf(text);
  return code === undefined ? { problem: 'not-a-currency' } : { value: code };
};

const date: Rule = (text, { past }, { today }) => {
  if (!isDay(text)) return { problem: 'not-a-date' };
  if (text < today && !past) return { problem: 'date-past', params: { today } };
  const last = later(today, { years: YEARS_AHEAD });
  return text > last ? { problem: 'date-too-far', params: { max: last } } : { value: text };
};

const email: Rule = (text) =>
  /^[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+$/.test(text) ? { value: text } : { problem: 'not-an-email' };

/** Digits with the signs that people put between them, perhaps an extension. E.164 has at most 15. */
const phone: Rule = (text) => {
  const [number = ''] = text.split(/\s*(?:ext\.?|x)\s*(?=\d{1,6}$)/i);
  const digits = number.replace(/\D/g, '').length;
  const plain = /^\+?[\d\s()./-]+$/.test(number) && digits >= 5 && digits <= 17;
  return plain ? { value: text } : { problem: 'not-a-phone' };
};

/** A whole number of things. */
const number: Rule = (text) => {
  const digits = text.replace(/[\s.,'](?=\d{3}\b)/g, '');
  return /^[1-9]\d{0,8}$/.test(digits) ? { value: digits } : { problem: 'not-a-number' };
};

const zone: Rule = (text) =>
  /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text) ? { value: text } : { problem: 'not-a-zone' };

const time: Rule = (text) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? { value: text } : { problem: 'not-a-time' };
const country: Rule = (text) => {
  const code = countryOf(text);
  return code === undefined ? { problem: 'not-a-country' } : { value: code };
};

/** Nine digits, often written in groups. */
const duns: Rule = (text) => {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{9}$/.test(digits) ? { value: digits } : { problem: 'not-a-duns' };
};

const choice: Rule = (text, field) => {
  const chosen = field.many ? [...new Set(text.split(',').map((part) => part.trim()))] : [text];
  const given = chosen.filter((value) => value !== '');
  const known = given.every((value) => field.choices?.some((one) => one.value === value));
  return known ? { value: given.join(',') } : { problem: 'not-a-choice' };
};

/** A text that is filled in later: what stands in braces must be known. */
const longText: Rule = (text, { places }) => {
  const [unknown] = places === undefined ? [] : unknownPlaces(text, places);
  if (unknown === undefined) return { value: text };
  const known = (places ?? []).map((place) => `{${place}}`).join(' ');
  return { problem: 'unknown-place', params: { unknown, known } };
};

const RULES: Readonly<Record<Field['kind'], Rule>> = {
  text: (text) => ({ value: text }),
  'long-text': longText,
  number,
  money,
  currency,
  date,
  choice,
  email,
  phone,
  people: choice,
  zone,
  time,
  country,
  duns,
};

/** One field's text by the rule of its kind: the value to keep ('' when left empty and not required), or the problem. */
export function checkField(
  field: Field,
  written: string,
  context: FieldContext,
): { readonly value: string } | { readonly problem: Problem } {
  const text = field.kind === 'long-text' ? severalLines(written) : oneLine(written);
  if (field.holds !== undefined && text === field.holds) return { value: text };
  const blank = isBlank(text) || (field.many === true && /^[,\s]*$/.test(text));
  if (blank && !field.required) return { value: '' };
  const ruled: Ruled = blank
    ? { problem: 'required' }
    : (tooLong(text, field) ?? RULES[field.kind](text, field, context));
  if ('value' in ruled) return ruled;
  return {
    problem: { field: field.id, key: ruled.problem, ...(ruled.params ? { params: ruled.params } : {}) },
  };
}

import { countryOf } from '../../../domain/record/countries';
import { currencyOf } from '../../../domain/record/currencies';
import type { Answers, Field, ProblemKey } from '../../../domain/forms/form';
import { readChoice, type ChoiceTitles } from './read-choice';
import { readDate } from './read-date';
import { readCurrency, readMoney } from './read-money';
import { readMoment } from './read-moment';
import { readZone } from './read-zone';
import { bare } from './wording';

export interface TypedContext {
  /** BCP 47, of the person. */
  readonly language: string;
  /** IANA, of the person. */
  readonly zone: string;
  /** YYYY-MM-DD: the day that a date is judged by. */
  readonly today: string;
  /** Business time, ms UTC; of forms that ask for a moment. */
  readonly now?: number;
  /** What the form's currency field holds at present: decides what "$" is, and what "1.234". */
  readonly currency?: string;
  /** What the choices are called in the person's language, by value. */
  readonly titles?: ChoiceTitles;
  /** All fields of the form: an answer may be for another one than is asked for ("value 50k"). */
  readonly fields?: readonly Field[];
}

type Reader = (field: Field, text: string, context: TypedContext) => Answers | undefined;

const LONGEST_PHRASE = 200;

const single = (field: Field, value: string | undefined): Answers | undefined =>
  value === undefined ? undefined : { [field.id]: value };

/** The one address in it, with no word of courtesy around. */
function emailIn(text: string): string {
  const [first, ...more] = text.match(/[^\s<>,;:()]+@[^\s<>,;:()]+/g) ?? [];
  return first === undefined || more.length > 0 ? text : first.replace(/(?<![.!?])[.!?]+$/, '');
}

const READERS: Readonly<Record<Field['kind'], { readonly read: Reader; readonly unclear: ProblemKey }>> = {
  text: { read: (field, text) => single(field, text), unclear: 'required' },
  'long-text': { read: (field, text) => single(field, text), unclear: 'required' },
  number: { read: (field, text) => single(field, bare(text)), unclear: 'not-a-number' },
  money: {
    read: (field, text, { currency }) => {
      const money = readMoney(text, currencyOf(currency ?? ''));
      return money && { [field.id]: money.value, ...(money.currency ? { currency: money.currency } : {}) };
    },
    unclear: 'not-money',
  },
  currency: {
    read: (field, text, { currency }) => single(field, readCurrency(text, currencyOf(currency ?? ''))),
    unclear: 'not-a-currency',
  },
  date: { read: (field, text, context) => single(field, readDate(text, context)), unclear: 'not-a-date' },
  choice: {
    read: (field, text, { titles }) => single(field, readChoice(field, text, titles ?? {})),
    unclear: 'not-a-choice',
  },
  people: {
    read: (field, text, { titles }) => single(field, readChoice(field, text, titles ?? {})),
    unclear: 'not-a-choice',
  },
  time: {
    read: (field, text, { language, zone, now }) =>
      single(field, now === undefined ? undefined : readMoment(text, { language, zone, now })?.time),
    unclear: 'not-a-time',
  },
  zone: { read: (field, text) => single(field, readZone(text)), unclear: 'not-a-zone' },
  country: {
    read: (field, text, { language }) =>
      single(field, countryOf(bare(text), language) ?? countryOf(text, language)),
    unclear: 'not-a-country',
  },
  duns: { read: (field, text) => single(field, bare(text)), unclear: 'not-a-duns' },
  email: { read: (field, text) => single(field, emailIn(text)), unclear: 'not-an-email' },
  phone: { read: (field, text) => single(field, bare(text)), unclear: 'not-a-phone' },
};

/** Texts are taken as they are written; of the other kinds nobody writes more than a phrase. Undefined: no answer to it. */
export function readField(field: Field, text: string, context: TypedContext): Answers | undefined {
  const isText = field.kind === 'text' || field.kind === 'long-text';
  if (text === '' || (!isText && text.length > LONGEST_PHRASE)) return undefined;
  return READERS[field.kind].read(field, text, context);
}

/** What is wrong with words that are no answer to it: a string's key under `problems`. */
export const unclearFor = (field: Field): ProblemKey => READERS[field.kind].unclear;

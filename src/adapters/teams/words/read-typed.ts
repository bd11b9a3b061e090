import { currencyOf } from '../../../domain/record/currencies';
import type { Answers, Field, ProblemKey } from '../../../domain/forms/form';
import { namedField } from './named-fields';
import { readChoice, type ChoiceTitles } from './read-choice';
import { readDate } from './read-date';
import { readCurrency, readMoney } from './read-money';
import { readZone } from './read-zone';
import { saidToForm } from './said-to-form';
import { bare } from './wording';

export interface TypedContext {
  /** BCP 47, of the person. */
  readonly language: string;
  /** IANA. */
  readonly zone: string;
  /** Business time in ms UTC. */
  readonly now: number;
  /** What the form's currency field holds at present: decides what "$" is, and what "1.234". */
  readonly currency?: string;
  /** What the choices are called in the person's language, by value. */
  readonly titles?: ChoiceTitles;
  /** All fields of the form: with them a field may be named at the summary ("value 50k"). */
  readonly fields?: readonly Field[];
}

/** What typed words mean to a form. unclear: they are no answer to `field`; `key` is a string's key under `problems`. */
export type Typed =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'skip' | 'back' | 'cancel' | 'help' | 'save' }
  | { readonly kind: 'unclear'; readonly key: ProblemKey; readonly field: string };

type Reader = (field: Field, text: string, context: TypedContext) => Answers | undefined;

const LONGEST_PHRASE = 200;

const single = (field: Field, value: string | undefined): Answers | undefined =>
  value === undefined ? undefined : { [field.id]: value };

/** The one address in it, with no word of courtesy around. */
function emailIn(text: string): string {
  const [first, ...more] = text.match(/[^\s<>,;:()]+@[^\s<>,;:()]+/g) ?? [];
  return first === undefined || more.length > 0 ? text : first.replace(/[.!?]+$/, '');
}

const READERS: Readonly<Record<Field['kind'], { readonly read: Reader; readonly unclear: ProblemKey }>> = {
  text: { read: (field, text) => single(field, text), unclear: 'required' },
  'long-text': { read: (field, text) => single(field, text), unclear: 'required' },
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
  zone: { read: (field, text) => single(field, readZone(text)), unclear: 'not-a-zone' },
  email: { read: (field, text) => single(field, emailIn(text)), unclear: 'not-an-email' },
  phone: { read: (field, text) => single(field, bare(text)), unclear: 'not-a-phone' },
};

/** Texts are taken as they are written; of the other kinds nobody writes more than a phrase. */
function readAnswer(field: Field, text: string, context: TypedContext): Typed {
  const { read, unclear } = READERS[field.kind];
  const isText = field.kind === 'text' || field.kind === 'long-text';
  if (!isText && text.length > LONGEST_PHRASE) return { kind: 'unclear', key: unclear, field: field.id };
  const answers = text === '' ? undefined : read(field, text, context);
  return answers ? { kind: 'answers', answers } : { kind: 'unclear', key: unclear, field: field.id };
}

/** At the summary: save or not, or a field by its name. */
function readAtSummary(text: string, context: TypedContext): Typed {
  const said = saidToForm(text);
  if (said === 'yes') return { kind: 'save' };
  if (said === 'no') return { kind: 'back' };
  if (said === 'none') return { kind: 'help' };
  if (said !== undefined) return { kind: said };
  const named = namedField(context.fields ?? [], text);
  return named ? readValue(named.field, named.rest, context) : { kind: 'help' };
}

const leftEmpty = (field: Field): Typed => ({ kind: 'answers', answers: { [field.id]: '' } });

/** A field's new value; "none" leaves it empty. */
function readValue(field: Field, text: string, context: TypedContext): Typed {
  return saidToForm(text) === 'none' ? leftEmpty(field) : readAnswer(field, text, context);
}

/**
 * Typed words as the answer to a field. `field`: the one asked for; undefined: all is answered, and only "save" is
 * missing. "skip" (also "keep", "yes") keeps what the field holds, "none" leaves it empty. An amount may bring its
 * currency with it. Whether a value is allowed is for the form to say, not for this.
 */
export function readTyped(field: Field | undefined, text: string, context: TypedContext): Typed {
  const words = text.trim();
  if (!field) return readAtSummary(words, context);
  const said = saidToForm(words);
  switch (said) {
    case undefined:
      return readAnswer(field, words, context);
    case 'yes':
      return { kind: 'skip' };
    case 'none':
      return leftEmpty(field);
    case 'no':
      return field.required ? readAnswer(field, words, context) : leftEmpty(field);
    default:
      return { kind: said };
  }
}

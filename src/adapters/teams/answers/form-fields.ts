import type { OpenForm } from '../../../application/operate/form-answer';
import { isAsked } from '../../../domain/forms/asked';
import type { ChangedField, Choice, Field, ProblemKey } from '../../../domain/forms/form';
import { SOMEBODY_ELSE } from '../../../domain/forms/people';
import { inView } from '../../../domain/forms/in-view';
import type { Model } from '../cards/templates';
import { money } from '../cards/figures';
import { country } from '../cards/names';
import { day, moment, month } from '../cards/moments';
import { block, inline, line } from '../cards/plain-text';
import { readerWords } from '../cards/reader-words';
import type { Reader } from '../cards/reader';
import { CURRENCIES } from '../../../domain/record/currencies';
import { remembered } from '../../../platform/remembered';
import { namedByRow } from '../cards/string-key';

/** So many choices fit into a card of 28 KB beside all else. */
const CHOICES = 200;
/** What was sent is never lost, however wrong: notes of this length come back whole. */
const LONG = 10_000;
const SHORT = 500;
/** The longest that anybody means one with. */
const CURRENCY = 60;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

export const fieldWord = (
  reader: Reader,
  form: string,
  field: string,
  word: 'label' | 'hint' | 'ask',
): string => reader.say(`forms.${form}.${field}.${word}`);

export function choiceTitle(reader: Reader, { title }: Choice): string {
  if ('key' in title)
    return reader.say(namedByRow(title.key), {
      moment: title.at === undefined ? '' : moment(reader, title.at),
    });
  const text = line(title.text, 80);
  return title.seenAt === undefined
    ? text
    : reader.say('choices.seen-in', { name: text, month: month(reader, title.seenAt) });
}

/** The problems of one field in words. */
export function problemWords(reader: Reader, open: OpenForm, field: Field): string {
  const words = open.problems
    .filter((problem) => problem.field === field.id)
    .map(({ key, params = {}, changed }) => {
      if (changed) return changedWords(reader, field, key, changed);
      const calm = Object.entries(params).map(([name, value]) => [name, inline(value, 300)] as const);
      return reader.say(`problems.${key}`, Object.fromEntries(calm));
    });
  return words.join(' ');
}

/** Who changed it from what to what, and what then becomes of what was written. */
function changedWords(
  reader: Reader,
  field: Field,
  key: ProblemKey,
  { by, was, now, unitWas, unitNow, yours, unitYours }: ChangedField,
): string {
  const say = (value: string, unit?: string): string =>
    inline(valueWords(reader, field, value, unit), 300) || reader.say('form.empty');
  const who = reader.say(typeof by === 'string' ? `form.changed-by-${by}` : 'form.changed-by', {
    name: typeof by === 'string' ? '' : inline(by.name, 80),
  });
  const facts = { who, was: say(was, unitWas), now: say(now, unitNow) };
  return reader.say(`problems.${key}`, { ...facts, yours: say(yours, unitYours) });
}

/** A field's value as people read it. */
export function valueWords(reader: Reader, field: Field, value: string, currency?: string): string {
  if (value === '') return '';
  if (field.kind === 'date') return ISO_DAY.test(value) ? day(reader, value) : line(value, 60);
  if (field.kind === 'money') return money(reader, value, currency);
  if (field.kind === 'country') return country(reader, value);
  if (!field.choices) return block(value, field.kind === 'long-text' ? 4_000 : SHORT);
  const chosen = field.many ? value.split(',') : [value];
  const titles = chosen.map((one) => {
    const choice = field.choices?.find((candidate) => candidate.value === one);
    return choice ? choiceTitle(reader, choice) : line(one, 60);
  });
  return titles.join(reader.say('list-of'));
}

/** Beside more characters than these there is room for the likeliest currencies alone. */
const ROOMY = 6_000;

/** Where most deals are made. */
const TOP = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY', 'SEK', 'NOK', 'DKK', 'PLN', 'INR'];

/** What a currency is called in a language, by its code. */
const currencyNames = remembered((language): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return new Map(CURRENCIES.map((code) => [code, `${code} ${names.of(code) ?? ''}`]));
});

/** Every currency: what stands there first (whatever it is: it is never lost), then those that are met most. */
function currencies(reader: Reader, value: string, { values }: OpenForm): Choice[] {
  const rest = Object.values(values).join('').length > ROOMY ? [] : CURRENCIES;
  const codes = [...new Set([value, ...TOP, ...rest])].filter((code) => code !== '');
  const names = currencyNames(reader.language);
  return codes.map((code) => ({ value: code, title: { text: names.get(code) ?? code } }));
}

const choicesOf = (reader: Reader, open: OpenForm, field: Field, value: string): readonly Choice[] =>
  field.kind === 'currency' ? currencies(reader, value, open) : (field.choices ?? []);

/** Of what a client searches for so many stand there. */
const LIKELY = 60;

/** Those chosen first, so that a cap never hides them, and who is none of them. */
function choiceModels(reader: Reader, field: Field, choices: readonly Choice[], value: string): Model[] {
  const chosen = new Set([...(field.many ? value.split(',') : [value]), SOMEBODY_ELSE]);
  const most = isOnePerson(field) || field.search ? LIKELY : CHOICES;
  const within =
    choices.length <= most
      ? choices
      : [
          ...choices.filter((choice) => chosen.has(choice.value)),
          ...choices.filter((choice) => !chosen.has(choice.value)),
        ].slice(0, most);
  return within.map((choice) => ({
    title: choiceTitle(reader, choice) || choice.value,
    value: choice.value,
  }));
}

type Input = 'text' | 'date' | 'time' | 'choice';

const CLOCK_TIME = /^\d{2}:\d{2}$/u;

/** A date that cannot be one stays a text, so that what was written is still there. */
function inputOf(field: Field, value: string): Input {
  if (field.choices || field.kind === 'currency') return 'choice';
  if (field.kind === 'time' && (value === '' || CLOCK_TIME.test(value))) return 'time';
  return field.kind === 'date' && (value === '' || ISO_DAY.test(value)) ? 'date' : 'text';
}

const TEXT_STYLE: Partial<Record<Field['kind'], string>> = { email: 'Email', phone: 'Tel' };

const isOnePerson = ({ kind, many }: Field): boolean => kind === 'people' && many !== true;

/** A choice of a few is all in view; of many it is a list, of very many one that is typed into. */
function choiceStyle({ kind, many, choices = [] }: Field): string {
  if (kind === 'currency' || many) return 'compact';
  return choices.length > 12 ? 'filtered' : choices.length > 4 ? 'compact' : 'expanded';
}

/** Where not all stand there, the bot is asked for those that fit what is typed. */
const isSearched = ({ search, choices = [] }: Field): boolean =>
  search !== undefined && choices.length > LIKELY;

/** What to write there, and who will read it. */
function hintOf(reader: Reader, open: OpenForm, field: Field): string {
  const hint = fieldWord(reader, open.form.name, field.id, 'hint');
  const readers = field.read ? readerWords(reader, open.view) : '';
  return [readers === '' ? hint : sentence(hint), readers].filter(Boolean).join(' ');
}

const sentence = (text: string): string => (text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`);

/**
 * Whether the client may insist: not on what an answer in the same sheet may call for or fill in, since it cannot tell; nor in a step
 * that one can go back from.
 */
function isNeededNow(open: OpenForm, { id, required, onlyWith, follows }: Field): boolean {
  const isFilled = open.form.fills?.some(({ fields }) => fields.includes(id)) === true;
  return required && !onlyWith && !follows && !isFilled && (inView(open).step?.number ?? 1) === 1;
}

/** Beside its amount three letters are enough; what is wrong with it needs room. */
const isNarrow = ({ form }: OpenForm, { id, kind }: Field): boolean =>
  kind === 'currency' && form.fields.some(({ beside }) => beside === id);

function fieldModel(reader: Reader, open: OpenForm, field: Field, searches: boolean): Model {
  const label = fieldWord(reader, open.form.name, field.id, 'label');
  const held = open.values[field.id] ?? '';
  const value = field.kind === 'currency' ? line(held, CURRENCY) : held;
  const input = inputOf(field, value);
  const problem = problemWords(reader, open, field);
  return {
    id: field.id,
    input: searches && isOnePerson(field) ? 'person' : isSearched(field) ? 'search' : input,
    dataset: field.search ?? '',
    label,
    hint: hintOf(reader, open, field),
    value: input === 'text' ? block(value, field.kind === 'long-text' ? LONG : SHORT) : value,
    style: input === 'choice' ? choiceStyle(field) : (TEXT_STYLE[field.kind] ?? 'Text'),
    long: field.kind === 'long-text',
    many: field.many === true,
    required: isNeededNow(open, field),
    needed: reader.say('form.needed', { label }),
    maxLength: field.maxLength,
    choices: choiceModels(reader, field, choicesOf(reader, open, field, value), value),
    width: isNarrow(open, field) && problem === '' ? '108px' : 'stretch',
    problem: problem === '' ? '' : reader.say('form.problem', { problem }),
  };
}

/** What is needed and empty comes first: a client puts the cursor into the first input. With a problem, each keeps its place. */
function inOrder(open: OpenForm, fields: readonly Field[]): readonly Field[] {
  const empty = (field: Field): boolean =>
    field.required && isAsked(field, open.values) && (open.values[field.id] ?? '') === '';
  const first =
    open.problems.length === 0
      ? fields.find((field) => !field.more && !field.follows && empty(field))
      : undefined;
  const top = first && (fillingIn(open, fields, first) ?? first);
  return top ? [top, ...fields.filter((field) => field !== top)] : fields;
}

/** The choice that would fill it in, as long as nothing is chosen there. */
const fillingIn = (
  { form, values }: OpenForm,
  fields: readonly Field[],
  { id }: Field,
): Field | undefined => {
  const by = form.fills?.find((fill) => fill.fields.includes(id))?.by;
  return fields.find((field) => field.id === by && !field.more && (values[field.id] ?? '') === '');
};

/** Fields as rows; some have another beside them. `searches`: Teams' people picker is there, to find whoever is in the conversation. */
export function rowModels(
  reader: Reader,
  open: OpenForm,
  fields: readonly Field[],
  searches: boolean,
): Model[] {
  const besides = new Set(fields.map(({ beside }) => beside));
  return inOrder(open, fields)
    .filter(({ id }) => !besides.has(id))
    .map((field) => {
      const beside = fields.filter(({ id }) => id === field.beside);
      return { cells: [field, ...beside].map((one) => fieldModel(reader, open, one, searches)) };
    });
}

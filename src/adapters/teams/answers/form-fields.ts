import type { OpenForm } from '../../../application/use-cases';
import type { Choice, Field, Problem } from '../../../domain/forms/form';
import type { Model } from '../cards/templates';
import { money } from '../cards/figures';
import { country } from '../cards/names';
import { day } from '../cards/moments';
import { block, inline, line } from '../cards/plain-text';
import { readerWords } from '../cards/reader-words';
import type { Reader } from '../cards/reader';
import { namedByRow } from '../cards/string-key';

/** So many choices fit into a card beside all else: a message has about 100 KB ("Format your bot messages"). */
const CHOICES = 120;
/** What was sent is never lost, however wrong: notes of this length come back whole. */
const LONG = 10_000;
const SHORT = 500;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

export const fieldWord = (
  reader: Reader,
  form: string,
  field: string,
  word: 'label' | 'hint' | 'ask',
): string => reader.say(`forms.${form}.${field}.${word}`);

export const choiceTitle = (reader: Reader, { title }: Choice): string =>
  'key' in title ? reader.say(namedByRow(title.key)) : line(title.text, 80);

/** The problems of one field in words. */
export function problemWords(reader: Reader, problems: readonly Problem[], field: string): string {
  const words = problems
    .filter((problem) => problem.field === field)
    .map(({ key, params = {} }) => {
      const calm = Object.entries(params).map(([name, value]) => [name, inline(value, 300)] as const);
      return reader.say(`problems.${key}`, Object.fromEntries(calm));
    });
  return words.join(' ');
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

/** Those chosen first, so that a cap never hides them. */
function choiceModels(reader: Reader, choices: readonly Choice[], value: string): Model[] {
  const chosen = new Set(value.split(','));
  const within =
    choices.length <= CHOICES
      ? choices
      : [
          ...choices.filter((choice) => chosen.has(choice.value)),
          ...choices.filter((choice) => !chosen.has(choice.value)),
        ].slice(0, CHOICES);
  return within.map((choice) => ({
    title: choiceTitle(reader, choice) || choice.value,
    value: choice.value,
  }));
}

type Input = 'text' | 'date' | 'time' | 'choice';

const CLOCK_TIME = /^\d{2}:\d{2}$/u;

/** A date that cannot be one stays a text, so that what was written is still there. */
function inputOf(field: Field, value: string): Input {
  if (field.choices) return 'choice';
  if (field.kind === 'time' && (value === '' || CLOCK_TIME.test(value))) return 'time';
  return field.kind === 'date' && (value === '' || ISO_DAY.test(value)) ? 'date' : 'text';
}

const TEXT_STYLE: Partial<Record<Field['kind'], string>> = { email: 'Email', phone: 'Tel' };

/** A choice of a few is all in view; of many it is a list. */
const choiceStyle = (field: Field): string =>
  (field.choices?.length ?? 0) > 12 && !field.many
    ? 'filtered'
    : field.many || (field.choices?.length ?? 0) > 4
      ? 'compact'
      : 'expanded';

/** What to write there, and who will read it. */
const hintOf = (reader: Reader, open: OpenForm, field: Field): string =>
  [fieldWord(reader, open.form.name, field.id, 'hint'), field.read ? readerWords(reader, open.view) : '']
    .filter(Boolean)
    .join(' ');

export function fieldModel(reader: Reader, open: OpenForm, field: Field): Model {
  const label = fieldWord(reader, open.form.name, field.id, 'label');
  const value = open.values[field.id] ?? '';
  const input = inputOf(field, value);
  const problem = problemWords(reader, open.problems, field.id);
  return {
    id: field.id,
    input,
    label,
    hint: hintOf(reader, open, field),
    value: input === 'text' ? block(value, field.kind === 'long-text' ? LONG : SHORT) : value,
    style: input === 'choice' ? choiceStyle(field) : (TEXT_STYLE[field.kind] ?? 'Text'),
    long: field.kind === 'long-text',
    many: field.many === true,
    required: field.required,
    needed: reader.say('form.needed', { label }),
    maxLength: field.maxLength,
    choices: choiceModels(reader, field.choices ?? [], value),
    problem: problem === '' ? '' : reader.say('form.problem', { problem }),
  };
}

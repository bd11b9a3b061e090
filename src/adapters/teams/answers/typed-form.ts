import type { OpenForm } from '../../../application/operate/form-answer';
import { checked } from '../../../domain/forms/checked';
import { fieldAsked } from '../../../domain/forms/known';
import type { Field } from '../../../domain/forms/form';
import type { DrawnCard } from '../cards/shown';
import type { Drawing } from '../cards/drawing';
import { answerCard } from '../cards/answer-card';
import { choiceTitle, fieldWord, problemWords, valueWords } from './form-fields';
import { aboutOf, formTitle, nowOf } from './form';
import { readerWords } from '../cards/reader-words';
import type { Reader } from '../cards/reader';
import type { StringKey } from '../cards/string-key';

const readerOf = ({ reader }: Drawing, open: OpenForm): Reader => reader(open, nowOf(open));

const valueOf = (reader: Reader, open: OpenForm, field: Field): string =>
  valueWords(reader, field, open.values[field.id] ?? '', open.values['currency']);

function choices(reader: Reader, field: Field): string {
  if (!field.choices) return '';
  const options = field.choices
    .slice(0, 20)
    .map((choice, index) =>
      reader.say('form.option', { number: index + 1, title: choiceTitle(reader, choice) }),
    );
  return reader.say('form.options', { choices: options.join(reader.say('list-of')) });
}

/** "skip" is offered where it will be taken: what the field holds (perhaps nothing) is right as it is. */
function skipping(open: OpenForm, field: Field): StringKey[] {
  const result = checked(open.form, open.values, open);
  const wrong = result.kind === 'problems' && result.problems.some((problem) => problem.field === field.id);
  if (wrong) return [];
  return [(open.values[field.id] ?? '') === '' ? 'form.skip-empty' : 'form.skip-keep'];
}

/** One thing alone that an answer may have meant. */
const isThatOne = ({ instead, choices: meant = [] }: Field): boolean =>
  instead !== undefined && meant.length === 1;

function questionOf(reader: Reader, { form }: OpenForm, field: Field): string {
  const [only] = field.choices ?? [];
  return isThatOne(field) && only
    ? reader.say('form.that-one', { name: choiceTitle(reader, only) })
    : fieldWord(reader, form.name, field.id, 'ask');
}

function sayable(reader: Reader, open: OpenForm, field: Field): string {
  const first = open.form.fields[0]?.id === field.id;
  const keys: StringKey[] = [
    ...(isThatOne(field) ? (['form.that-is-it'] as const) : []),
    ...(field.instead === undefined ? skipping(open, field) : (['form.none-of-these'] as const)),
    ...(first ? [] : (['form.back'] as const)),
    'form.cancel',
  ];
  return reader.say('form.type', { words: keys.map((key) => reader.say(key)).join(reader.say('list-of')) });
}

/** What was answered although another field was asked for: said back, or what is wrong with it. */
function saidBeside(reader: Reader, open: OpenForm, beside: readonly string[]): string[] {
  return open.form.fields
    .filter(({ id }) => beside.includes(id))
    .map((field) => {
      const label = fieldWord(reader, open.form.name, field.id, 'label');
      const problem = problemWords(reader, open, field);
      return problem === ''
        ? reader.say('form.noted', { label, value: valueOf(reader, open, field) })
        : reader.say('form.field', { label, value: problem });
    });
}

/** What has changed in the record under the form, field by field. `asked`: said with its question. */
const changedBeside = (reader: Reader, open: OpenForm, asked = ''): string[] =>
  open.form.fields
    .filter(({ id }) => id !== asked && open.problems.some((one) => one.field === id && one.changed))
    .map((field) => {
      const label = fieldWord(reader, open.form.name, field.id, 'label');
      return reader.say('form.field', { label, value: problemWords(reader, open, field) });
    });

/**
 * The question for the field asked for: its problem, what to write, what stands there now, what else can be said.
 * `beside`: fields that were answered instead.
 */
export function ask(drawing: Drawing, open: OpenForm, beside: readonly string[] = []): string {
  const reader = readerOf(drawing, open);
  const field = fieldAsked(open.form, open.values, open.asking);
  if (!field) return reader.say('form.summary');
  const now = valueOf(reader, open, field);
  return [
    ...saidBeside(reader, open, beside),
    ...changedBeside(reader, open, field.id),
    problemWords(reader, open, field),
    questionOf(reader, open, field),
    field.read ? readerWords(reader, open.view) : '',
    isThatOne(field) ? '' : choices(reader, field),
    now === '' ? '' : reader.say('form.now', { value: now }),
    sayable(reader, open, field),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Everything repeated back, before "save": what it is about, and what saving it means. */
export function summary(drawing: Drawing, open: OpenForm): DrawnCard {
  const reader = readerOf(drawing, open);
  const facts = open.form.fields
    .filter((field) => (!field.more && !field.aside) || (open.values[field.id] ?? '') !== '')
    .map((field) => ({
      label: fieldWord(reader, open.form.name, field.id, 'label'),
      value: valueOf(reader, open, field) || reader.say('form.empty'),
    }));
  const title = formTitle(reader, open.form.name, open.view);
  const changed = changedBeside(reader, open);
  const right = `${reader.say('form.opening', { title })} ${reader.say('form.summary')}`;
  const closing = [...changed, aboutOf(reader, open), reader.say('form.summary-about')];
  const heading = reader.say(`forms.${open.form.name}.heading`);
  const { card } = answerCard(drawing.expand, reader, { title: heading, text: right, facts, closing });
  const text = [right, ...facts.map((fact) => reader.say('form.fact', fact)), ...closing].join(' ');
  return { title, text, card };
}

import type { OpenForm } from '../../../application/use-cases';
import type { Field } from '../../../domain/forms/form';
import type { DrawnCard } from '../cards/shown';
import type { Drawing } from '../cards/drawing';
import { answerCard } from '../cards/answer-card';
import { choiceTitle, fieldWord, problemWords, valueWords } from './form-fields';
import { formTitle } from './form';
import type { Reader } from '../cards/reader';
import type { StringKey } from '../cards/string-key';

const readerOf = ({ reader }: Drawing, open: OpenForm): Reader => reader(open, open.view?.now ?? 0);

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

function sayable(reader: Reader, open: OpenForm, field: Field): string {
  const kept = (open.values[field.id] ?? '') !== '';
  const first = open.form.fields[0]?.id === field.id;
  const skip: StringKey[] = kept ? ['form.skip-keep'] : field.required ? [] : ['form.skip-empty'];
  const keys: StringKey[] = [...skip, ...(first ? [] : (['form.back'] as const)), 'form.cancel'];
  return reader.say('form.type', { words: keys.map((key) => reader.say(key)).join(reader.say('list-of')) });
}

/** The question for the field asked for: its problem, what to write, what stands there now, what else can be said. */
export function ask(drawing: Drawing, open: OpenForm): string {
  const reader = readerOf(drawing, open);
  const field = open.form.fields.find(({ id }) => id === open.asking);
  if (!field) return reader.say('form.summary');
  const question = fieldWord(reader, open.form.name, field.id, 'ask');
  const now = valueOf(reader, open, field);
  return [
    problemWords(reader, open.problems, field.id),
    question,
    choices(reader, field),
    now === '' ? '' : reader.say('form.now', { value: now }),
    sayable(reader, open, field),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Everything repeated back, before "save". */
export function summary(drawing: Drawing, open: OpenForm): DrawnCard {
  const reader = readerOf(drawing, open);
  const facts = open.form.fields
    .filter((field) => !field.more || (open.values[field.id] ?? '') !== '')
    .map((field) => ({
      label: fieldWord(reader, open.form.name, field.id, 'label'),
      value: valueOf(reader, open, field) || reader.say('form.empty'),
    }));
  const about = reader.say('form.summary-about');
  const said = facts.map((fact) => `${reader.say('form.field', fact)}.`);
  const title = formTitle(reader, open.form.name, open.view);
  const card = answerCard(drawing.expand, reader, {
    title: reader.say(`forms.${open.form.name}.heading`),
    text: reader.say('form.summary'),
    facts,
    closing: [about],
  });
  return { title, text: [reader.say('form.summary'), ...said, about].join(' '), card: card.card };
}

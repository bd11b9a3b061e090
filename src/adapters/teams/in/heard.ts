import type { OpenForm } from '../../../application/operate/form-answer';
import type { FormAnswerInput } from '../../../domain/forms/answering';
import { fieldAsked } from '../../../domain/forms/known';
import type { Field, Problem } from '../../../domain/forms/form';
import type { Command } from '../commands/command';
import { namedByRow, type StringKey } from '../cards/string-key';
import { matchCommand, type Match } from '../commands/match';
import { readTyped, type Typed } from '../words/read-typed';

/** What a text means while a form is open. */
export type Heard =
  | { readonly kind: 'input'; readonly input: FormAnswerInput }
  | { readonly kind: 'help' }
  /** `else`: what the words are if they are no command after all: names may begin with any word. */
  | { readonly kind: 'command'; readonly match: Match; readonly else?: FormAnswerInput }
  | { readonly kind: 'unclear'; readonly problems: readonly Problem[] };

export interface Hearing {
  readonly table: readonly Command[];
  /** The words for a key of the strings, in the person's language. */
  say(key: StringKey, language: string): string;
}

function titlesOf(hearing: Hearing, field: Field | undefined, language: string): Record<string, string> {
  const choices = field?.choices ?? [];
  return Object.fromEntries(
    choices.map(({ value, title }) => [
      value,
      'key' in title ? hearing.say(namedByRow(title.key), language) : title.text,
    ]),
  );
}

function read(hearing: Hearing, open: OpenForm, field: Field | undefined, text: string): Typed {
  return readTyped(field, text, {
    language: open.language,
    zone: open.zone,
    today: open.today,
    ...(open.view && { now: open.view.now }),
    titles: titlesOf(hearing, field, open.language),
    fields: open.form.fields,
    ...(open.values.currency !== undefined && { currency: open.values.currency }),
  });
}

const FREE: ReadonlySet<string | undefined> = new Set(['text', 'long-text']);
/** The form itself takes these. */
const FORM_WORDS: ReadonlySet<string> = new Set(['help', 'cancel', 'back']);

/** A command said in the middle: where the words are no answer, and of free text. */
function commandIn(
  hearing: Hearing,
  field: Field | undefined,
  text: string,
  typed: Typed,
): Match | undefined {
  const match = matchCommand(hearing.table, text);
  if (!match || FORM_WORDS.has(match.command.name)) return undefined;
  const unclear = typed.kind === 'unclear' || (field === undefined && typed.kind === 'help');
  return unclear || FREE.has(field?.kind) ? match : undefined;
}

/** In free text a name with words behind it is a command only if they name a referral. */
function asCommand(match: Match, typed: Typed, activity: string): Heard {
  return typed.kind === 'answers' && match.words !== ''
    ? { kind: 'command', match, else: { kind: 'words', answers: typed.answers, activity } }
    : { kind: 'command', match };
}

/** What a text means to the form that is open: an answer, a word to the form itself, or a command in the middle. */
export function hear(hearing: Hearing, open: OpenForm, text: string, activity: string): Heard {
  const field = fieldAsked(open.form, open.values, open.asking);
  const typed = read(hearing, open, field, text);
  const match = commandIn(hearing, field, text, typed);
  if (match) return asCommand(match, typed, activity);
  switch (typed.kind) {
    case 'unclear':
      return { kind: 'unclear', problems: [{ field: field?.id ?? '', key: typed.key }] };
    case 'answers':
      return { kind: 'input', input: { kind: 'words', answers: typed.answers, activity } };
    case 'help':
      return { kind: 'help' };
    case 'cancel':
      return { kind: 'input', input: { kind: 'cancel' } };
    default:
      return { kind: 'input', input: { kind: typed.kind, activity } };
  }
}

import type { Answers, Field, ProblemKey } from '../../../domain/forms/form';
import { namedField } from './named-fields';
import { markedField, otherField } from './other-field';
import { readField, unclearFor, type TypedContext } from './read-field';
import { saidToForm } from './said-to-form';

export type { TypedContext } from './read-field';

/** What typed words mean to a form. unclear: they are no answer to `field`; `key` is a string's key under `problems`. */
export type Typed =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'skip' | 'back' | 'cancel' | 'help' | 'save' }
  | { readonly kind: 'unclear'; readonly key: ProblemKey; readonly field: string };

function readAnswer(field: Field, text: string, context: TypedContext): Typed {
  const answers = readField(field, text, context);
  return answers
    ? { kind: 'answers', answers }
    : { kind: 'unclear', key: unclearFor(field), field: field.id };
}

/** At the summary: save or not, or a field by its name. */
function readAtSummary(text: string, context: TypedContext): Typed {
  const said = saidToForm(text);
  if (said === 'yes') return { kind: 'save' };
  if (said === 'no') return { kind: 'back' };
  if (said === 'none') return { kind: 'help' };
  if (said !== undefined) return { kind: said };
  const named = namedField(context.fields ?? [], text);
  if (named) return readValue(named.field, named.rest, context);
  const answers = otherField(undefined, text, context);
  return answers ? { kind: 'answers', answers } : { kind: 'help' };
}

const leftEmpty = (field: Field): Typed => ({ kind: 'answers', answers: { [field.id]: '' } });

/** A field's new value; "none" leaves it empty. */
function readValue(field: Field, text: string, context: TypedContext): Typed {
  return saidToForm(text) === 'none' ? leftEmpty(field) : readAnswer(field, text, context);
}

/** The field asked for, unless the words are clearly meant for another. */
function readAtQuestion(field: Field, text: string, context: TypedContext): Typed {
  const marked = markedField(field, text, context);
  const given = marked && readValue(marked.field, marked.rest, context);
  if (given?.kind === 'answers') return given;
  const own = readAnswer(field, text, context);
  if (own.kind === 'answers' && field.kind !== 'text') return own;
  const answers = otherField(field, text, context) ?? anew(field, text);
  return answers ? { kind: 'answers', answers } : own;
}

/** None of what it may have meant: the name is another one. */
const anew = ({ instead }: Field, text: string): Answers | undefined =>
  instead === undefined ? undefined : { [instead]: text };

/** "Is that the one?" */
const onlyOne = ({ id, instead, choices: [only, ...more] = [] }: Field): Answers | undefined =>
  instead !== undefined && only && more.length === 0 ? { [id]: only.value } : undefined;

/**
 * Typed words as the answer to a field. `field`: the one asked for; undefined: all is answered, and only "save" is
 * missing. "skip" (also "keep", "yes") keeps what the field holds, "none" leaves it empty. An amount may bring its
 * currency with it, and what is clearly another field's ("40k eur" where a name is asked) is that field's. Whether a
 * value is allowed is for the form to say, not for this.
 */
export function readTyped(field: Field | undefined, text: string, context: TypedContext): Typed {
  const words = text.trim();
  if (!field) return readAtSummary(words, context);
  const said = saidToForm(words);
  switch (said) {
    case undefined:
      return readAtQuestion(field, words, context);
    case 'yes': {
      const answers = onlyOne(field);
      return answers ? { kind: 'answers', answers } : { kind: 'skip' };
    }
    case 'none':
      return leftEmpty(field);
    case 'no':
      return field.required ? readAnswer(field, words, context) : leftEmpty(field);
    default:
      return { kind: said };
  }
}

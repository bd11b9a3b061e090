import type { Answers, Field } from '../../../domain/forms/form';
import { namedField } from './named-fields';
import { readMoment } from './read-moment';
import { readField, type TypedContext } from './read-field';

/** Kinds that can be told by how they are written. */
const TOLD = ['money', 'date', 'currency'] as const;
type Told = (typeof TOLD)[number];

/** "40k", "EUR 5000", but no bare number; "31/3", "next friday", but no single word. */
const CLEAR: Readonly<Record<Told, (text: string, answers: Answers) => boolean>> = {
  money: (text, answers) => 'currency' in answers || (/\d/.test(text) && /\p{L}/u.test(text)),
  date: (text) => /\d|\S\s+\S/.test(text),
  currency: () => true,
};

const canBeTold = ({ kind }: Field): boolean => TOLD.some((told) => told === kind);
const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'long-text';

function toldByKind(asked: Field | undefined, text: string, context: TypedContext): Answers | undefined {
  for (const kind of TOLD) {
    const [field, ...more] = (context.fields ?? []).filter((one) => one.kind === kind);
    const may = kind !== asked?.kind && !(kind === 'currency' && asked && isText(asked));
    if (!field || more.length > 0 || !may) continue;
    const answers = readField(field, text, context);
    if (answers && CLEAR[kind](text, answers)) return answers;
  }
  return undefined;
}

/** Of a form that has a day and a time the two together, in place of a choice. */
function momentIn(asked: Field | undefined, text: string, context: TypedContext): Answers | undefined {
  const of = (kind: Field['kind']): string | undefined =>
    context.fields?.find((one) => one.kind === kind)?.id;
  const [day, time] = [of('date'), of('time')];
  if (day === undefined || time === undefined || context.now === undefined) return undefined;
  const said = readMoment(text, { ...context, now: context.now });
  const instead = asked?.kind === 'choice' ? { [asked.id]: '' } : {};
  return said && { ...instead, [day]: said.day ?? '', [time]: said.time ?? '' };
}

/**
 * The field that words name or are clearly meant for, when they are no answer to the one asked for: "value: 40k",
 * or "40k eur" where a name is asked. Undefined: none. `asked`: undefined at the summary.
 */
export function otherField(
  asked: Field | undefined,
  text: string,
  context: TypedContext,
): Answers | undefined {
  if (asked?.kind === 'long-text') return undefined;
  const moment = momentIn(asked, text, context);
  if (moment) return moment;
  const named = namedField(context.fields ?? [], text);
  const sure =
    named && (named.marked || canBeTold(named.field) || (asked && !isText(asked) && isText(named.field)));
  const answers = sure ? readField(named.field, named.rest, context) : undefined;
  return answers ?? toldByKind(asked, text, context);
}

/** "name: 40k eur": the field named with a colon, whichever is asked for. */
export function markedField(
  asked: Field,
  text: string,
  context: TypedContext,
): { readonly field: Field; readonly rest: string } | undefined {
  if (asked.kind === 'long-text') return undefined;
  const named = namedField(context.fields ?? [], text);
  return named?.marked ? named : undefined;
}

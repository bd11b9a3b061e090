import { currencyOf } from '../record/currencies';
import { isAsked } from './asked';
import { checkField, type FieldContext } from './field-rules';
import type { Answers, Form, Problem } from './form';
import { togetherProblems } from './together';

/** What the rules need to know from outside: business time in ms UTC, and the day that it is at the desk. */
export interface FormRules {
  readonly now: number;
  readonly today: string;
}

/** All fields by their rules: the values to work with (money in normal form, codes in capitals, text trimmed), or what is wrong. */
export type Checked =
  | { readonly kind: 'ok'; readonly values: Answers }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** A person is whole or absent; Partner Center wants at least one colleague on a co-sell deal: the first gap says so. */
function personProblems(
  { person }: Form,
  values: Answers,
  wrong: ReadonlyMap<string, Problem>,
): readonly Problem[] {
  if (person === undefined) return [];
  const missing = person.fields.filter(
    (id) => (values[id] ?? '') === '' && (wrong.get(id)?.key ?? 'required') === 'required',
  );
  if (person.needed)
    return missing.map((field, index) => ({ field, key: index === 0 ? 'colleague-needed' : 'required' }));
  return missing.length < person.fields.length
    ? missing.map((field) => ({ field, key: 'person-incomplete' }))
    : [];
}

function contextOf(form: Form, written: Answers, today: string): FieldContext {
  const field = form.fields.find((one) => one.kind === 'currency');
  const currency = field && currencyOf(written[field.id] ?? '');
  return { today, ...(currency === undefined ? {} : { currency }) };
}

/** Each field by its own rule. */
function ruled(
  form: Form,
  written: Answers,
  rules: Pick<FormRules, 'today'>,
): { readonly values: Answers; readonly problems: Map<string, Problem> } {
  const context = contextOf(form, written, rules.today);
  const values: Record<string, string> = {};
  const problems = new Map<string, Problem>();
  for (const field of form.fields) {
    if (!isAsked(field, written)) {
      values[field.id] = '';
      continue;
    }
    const result = checkField(field, written[field.id] ?? '', context);
    if ('problem' in result) problems.set(field.id, result.problem);
    else values[field.id] = result.value;
  }
  return { values, problems };
}

/** Every field of a form, and what its fields say together. Problems come in the order of the fields. */
export function checked(form: Form, written: Answers, rules: Pick<FormRules, 'today'>): Checked {
  const { values, problems } = ruled(form, written, rules);
  for (const problem of personProblems(form, values, problems)) {
    problems.set(problem.field, problem);
  }
  for (const problem of togetherProblems(form, values)) problems.set(problem.field, problem);
  if (problems.size === 0) return { kind: 'ok', values };
  return { kind: 'problems', problems: form.fields.flatMap((field) => problems.get(field.id) ?? []) };
}

/** What is wrong with the answers just sent, each by its field's own rule, beside what the form holds already. */
export function refused(
  form: Form,
  held: Answers,
  sent: Answers,
  rules: Pick<FormRules, 'today'>,
): readonly Problem[] {
  const { problems } = ruled(form, { ...held, ...sent }, rules);
  return [...problems.values()].filter(({ field }) => Object.hasOwn(sent, field));
}

import type { Draft } from '../draft/draft';
import { isAsked } from './asked';
import { checked, type FormRules } from './checked';
import { filledIn } from './fills';
import type { Answers, Field, Form, Problem } from './form';

/** What each field holds now: what it started with, overlaid with what was sent. */
export const values = (draft: Pick<Draft, 'initial' | 'answers'>): Answers => ({
  ...draft.initial,
  ...draft.answers,
});

export const mainFields = (form: Form): readonly Field[] =>
  form.fields.filter((field) => !field.more && !field.aside);

export function asks(draft: Draft, field: string | undefined): Draft {
  const { asking: _before, ...rest } = draft;
  return field === undefined ? rest : { ...rest, asking: field };
}

const without = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

export function noted(form: Form, draft: Draft, sent: Answers): Draft {
  const known = form.fields.flatMap(({ id }) =>
    Object.hasOwn(sent, id) ? [[id, sent[id] ?? ''] as const] : [],
  );
  const said = Object.fromEntries(known);
  const filled = Object.entries(filledIn(form, values(draft), said));
  const answers = { ...draft.answers, ...said, ...Object.fromEntries(filled) };
  // What is left open has no answer yet.
  const open = filled.filter(([id, value]) => value === '' && !draft.initial[id]).map(([id]) => id);
  return { ...draft, answers: without(answers, open) };
}

export function problemsOf(form: Form, draft: Draft, rules: FormRules): readonly Problem[] {
  const result = checked(form, values(draft), rules);
  return result.kind === 'ok' ? [] : result.problems;
}

export const hasAnswer = (draft: Draft, field: string): boolean => Object.hasOwn(draft.answers, field);

/** After this field: an answer that is wrong, then the next main field without one, then whatever else is wrong; undefined: nothing is left. */
export function fieldAfter(form: Form, draft: Draft, asked: string, rules: FormRules): string | undefined {
  const wrong = new Set(problemsOf(form, draft, rules).map((problem) => problem.field));
  const held = values(draft);
  const main = mainFields(form)
    .filter((field) => isAsked(field, held))
    .map((field) => field.id);
  const from = main.indexOf(asked) + 1;
  const order = [...main.slice(from), ...main.slice(0, from)];
  const next =
    order.find((id) => hasAnswer(draft, id) && wrong.has(id)) ??
    (form.filled ? undefined : order.find((id) => !hasAnswer(draft, id)));
  return next ?? form.fields.find((field) => wrong.has(field.id))?.id;
}

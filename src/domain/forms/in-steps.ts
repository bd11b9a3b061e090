import type { Draft } from '../draft/draft';
import type { Answered, FormAnswerInput } from './answering';
import type { FormRules } from './checked';
import { asks, fieldAfter, hasAnswer, noted, problemsOf, values } from './draft-answers';
import type { Form, Problem } from './form';
import { askedSteps, stepFrom, stepName, stepsOf, stepWith } from './steps';

/** The draft with the step in view that has this field. */
export function atStepWith(form: Form, draft: Draft, field: string): Draft {
  const step = stepName(stepWith(stepsOf(form), field));
  return { ...draft, step };
}

type Move = Extract<FormAnswerInput, { readonly kind: 'next' | 'previous' }>;

export const isMove = (input: FormAnswerInput): input is Move =>
  input.kind === 'next' || input.kind === 'previous';

/** The step that is gone to; undefined: there is none. */
const stepTo = (form: Form, draft: Draft, { kind, step }: Move) =>
  stepFrom(askedSteps(form, values(draft)), step, kind === 'next' ? 1 : -1);

/** Stays where something in this step is wrong; back one may go with it. Typed words go on where the steps are. */
export function moved(form: Form, draft: Draft, move: Move, rules: FormRules): Draft {
  const { kind, answers, step } = move;
  const next = noted(form, draft, answers);
  const wrong = problemsIn(form, next, step, rules)[0]?.field;
  const to = stepTo(form, next, move);
  const stays = to === undefined || (kind === 'next' && wrong !== undefined);
  return asks(
    atStepWith(form, next, stays ? step : stepName(to)),
    wrong ?? fieldAfter(form, next, step, rules),
  );
}

/** "Next" where nothing follows any more is the end of the form. */
export const isEnd = (form: Form, draft: Draft, move: Move): boolean =>
  move.kind === 'next' && stepTo(form, draft, move) === undefined;

/** What is wrong with the fields of the step that has this one. */
function problemsIn(form: Form, draft: Draft, field: string, rules: FormRules): readonly Problem[] {
  const step = stepWith(stepsOf(form), field) ?? [];
  return problemsOf(form, draft, rules).filter((problem) => step.some(({ id }) => id === problem.field));
}

/** A step that nobody has sent yet is shown without reproach. */
export const toldOfStep = (form: Form, draft: Draft, field: string, rules: FormRules): Answered => {
  const problems = problemsIn(form, draft, field, rules).filter(
    ({ field, key }) => key !== 'required' || hasAnswer(draft, field),
  );
  return problems.length > 0
    ? { result: 'problems', draft, problems }
    : { result: 'asking', draft, problems: [] };
};

/** The first thing that is missing stands in a step that was never sent: an answer has called for it just now. */
export const isUntouched = (form: Form, draft: Draft, field: string): boolean => {
  const steps = stepsOf(form);
  return steps.length > 1 && stepWith(steps, field)?.some(({ id }) => hasAnswer(draft, id)) === false;
};

import type { Draft } from '../draft/draft';
import type { Answered, FormAnswerInput } from './answering';
import { asDrawn, caughtUp, isWritten, toldAt, type Ground } from './changed-under';
import { checked, type FormRules } from './checked';
import { asks, values } from './draft-answers';
import { answer, leadsToSummary } from './engine';
import type { Form } from './form';
import { atStepWith } from './in-steps';
import { stepsOf, stepWith } from './steps';

const turnOf = (input: FormAnswerInput): number | undefined => {
  if (input.kind !== 'sheet' && input.kind !== 'next' && input.kind !== 'previous') return undefined;
  return input.turn ?? 0;
};

/**
 * One input applied to the form of a record: where that has changed under it, the step (at the end the form) stays, and says so beside
 * each field that the person wrote; sent again it goes. What nobody wrote is brought up to the record.
 */
export function answerHeld(
  form: Form,
  draft: Draft,
  input: FormAnswerInput,
  rules: FormRules,
  ground: Ground | undefined,
): Answered {
  const turn = turnOf(input);
  const drawn = turn === undefined ? draft : asDrawn(draft, turn);
  const answered = answer(form, drawn, input, rules);
  const fields = ground && fieldsSent(form, input, answered);
  if (!ground || !fields) return answered;
  const { draft: next, problems, asks: isAsked } = caughtUp(form, answered.draft, fields, ground);
  if (isAsked) {
    const first = problems.find(({ key }) => key === 'changed-yours')?.field ?? '';
    const told = toldAt(drawn, next, rules.now);
    return { result: 'problems', draft: staying(form, told, input, first), problems };
  }
  return answered.result === 'save' ? saving(form, next, rules) : { ...answered, draft: next };
}

/** What is held against the record now: all at the end; on the way the step's, and what nobody wrote; undefined: nothing. */
function fieldsSent(
  form: Form,
  input: FormAnswerInput,
  { result, draft }: Answered,
): Form['fields'] | undefined {
  if (result === 'save') return form.fields;
  if (input.kind !== 'next' || result !== 'asking') return undefined;
  const step = stepWith(stepsOf(form), input.step) ?? [];
  return form.fields.filter((field) => step.includes(field) || !isWritten(draft, field));
}

/** Typed words stay at the summary, and the same message said twice does not save. */
function staying(form: Form, draft: Draft, input: FormAnswerInput, field: string): Draft {
  if ('activity' in input) return leadsToSummary(draft, input.activity);
  return asks(atStepWith(form, draft, field), field);
}

/** What is saved once the rest of it shows what stands now. */
function saving(form: Form, draft: Draft, rules: FormRules): Answered {
  const result = checked(form, values(draft), rules);
  return result.kind === 'ok'
    ? { result: 'save', draft, problems: [], values: result.values }
    : { result: 'problems', draft, problems: result.problems };
}

import type { Answers, Field, Form, Problem } from './form';
import { askedSteps, stepName, stepsOf, stepWith } from './steps';

/** A form as it stands for somebody. `step`: the first field of the step where they are; without: at its beginning. */
interface Standing {
  readonly form: Form;
  readonly values: Answers;
  readonly problems: readonly Problem[];
  readonly step?: string;
}

/** What is seen of it. */
export interface InView {
  readonly shown: readonly Field[];
  /** Of a form in steps: which one it is. `name`: its first field; what is sent says so. */
  readonly step?: { readonly name: string; readonly number: number; readonly of: number };
}

/** The step where somebody is; of what is wrong elsewhere the first comes into view. A form of one step is seen whole. */
export function inView({ form, values, problems, step }: Standing): InView {
  const steps = askedSteps(form, values);
  const wrong = form.fields.find(({ id }) => problems.some(({ field }) => field === id))?.id;
  const here = stepWith(steps, step) ?? steps[0] ?? [];
  const isHere = problems.some(({ field }) => here.some(({ id }) => id === field));
  const shown = isHere ? here : (stepWith(steps, wrong) ?? here);
  if (stepsOf(form).length === 1) return { shown };
  const { length } = askedSteps(form, values, shown);
  return { shown, step: { name: stepName(shown), number: steps.indexOf(shown) + 1, of: length } };
}

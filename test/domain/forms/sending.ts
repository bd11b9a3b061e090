import { acceptForm } from '../../../src/domain/forms/accept';
import type { Answered, FormAnswerInput } from '../../../src/domain/forms/answering';
import { answer, begin } from '../../../src/domain/forms/engine';
import type { Answers } from '../../../src/domain/forms/form';

const rules = { now: 1_000, today: '2026-11-21' };
export const lead = acceptForm({ coSell: false });
export const coSell = acceptForm({ coSell: true });
const by = { id: 't/kim', name: 'Kim Akers' };
export const filled: Answers = {
  name: 'Tailspin Toys – Microsoft 365',
  dealValue: '',
  currency: 'EUR',
  closeDate: '2026-12-31',
  notes: '80 seats',
};

export const opened = (initial: Answers = filled, form = lead) =>
  begin({ form, of: 'a/r1', by, command: 'c1', initial, now: 500 });

/** Sends one input after another; each gets an activity id of its own unless it has one. */
export function send(
  inputs: readonly Partial<FormAnswerInput>[],
  initial: Answers = filled,
  form = lead,
): Answered[] {
  let draft = opened(initial, form);
  return inputs.map((input, index) => {
    const answered = answer(form, draft, { activity: `m${index}`, ...input } as FormAnswerInput, rules);
    draft = answered.draft;
    return answered;
  });
}

export const words = (answers: Answers): Partial<FormAnswerInput> => ({ kind: 'words', answers });
export const sheet = (answers: Answers): FormAnswerInput => ({ kind: 'sheet', answers });
export const keys = (answered: Answered) => answered.problems.map(({ field, key }) => `${field}: ${key}`);
export const last = (all: readonly Answered[]) => all.at(-1)!;

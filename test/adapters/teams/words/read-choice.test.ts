import { readChoice } from '../../../../src/adapters/teams/words/read-choice';
import type { Field } from '../../../../src/domain/forms/form';

const STAGES = { '10': '10 % – accepted', '20': '20 % – qualified', '40': '40 % – developed' };
const field: Field = {
  ...{ id: 'stage', kind: 'choice', required: false, maxLength: 20, more: false },
  choices: Object.entries(STAGES).map(([value, text]) => ({ value, title: { text } })),
};

it.each([
  ['40', '40'],
  ['40 %', '40'],
  ['2', '20'],
  ['developed', '40'],
  ['4', undefined],
  ['90', undefined],
])('of choices that are numbers %j is %s: its own number, else one of the list', (text, stage) => {
  expect(readChoice(field, text, STAGES)).toBe(stage);
});

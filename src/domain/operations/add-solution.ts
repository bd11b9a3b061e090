import { adding } from '../deal/editing';
import { listOf } from '../deal/lists';
import { entryFields, entryIn } from '../forms/entry';
import type { Form } from '../forms/form';
import { listRefusal, withEntries } from './entries';
import type { Doing, ReferralOperation } from './operation';

/** Own, Microsoft's, another publisher's, an assessment (create-a-referral page); the words on the wire are an inference. */
const TYPES = ['OwnSolution', 'MicrosoftSolution', 'ThirdPartySolution', 'SolutionAssessment'] as const;
const PARTS = ['name', 'solutionType', 'id', 'price', 'priceCurrency', 'quantity'] as const;

const solutionForm = (): Form => ({
  name: 'add-solution',
  fields: entryFields(listOf('solutions'), PARTS, ['name', 'solutionType']).map((field) =>
    field.id === 'solutionType'
      ? {
          ...field,
          kind: 'choice',
          choices: TYPES.map((value) => ({
            value,
            title: { key: `forms.add-solution.solutionType.${value}` },
          })),
        }
      : { ...field, more: field.id !== 'name' },
  ),
});

const solutionOf = ({ answers }: Doing) => adding(listOf('solutions'), entryIn(PARTS, answers));

/** What is sold, or asked for: at least one where Microsoft is in it, an assessment alone. */
export const addSolution: ReferralOperation = {
  on: 'referral',
  name: 'add-solution',
  where: { accepted: 'involved' },
  audit: 'solution-added',
  form: solutionForm,
  start: ({ current, facts }) => ({
    solutionType: TYPES[0],
    priceCurrency: current.deal.currency ?? facts.desk?.currency ?? '',
  }),
  refuses: (doing) => listRefusal('solutions', doing, solutionOf(doing)),
  change: (doing) => withEntries(doing, 'solutions', solutionOf(doing)),
};

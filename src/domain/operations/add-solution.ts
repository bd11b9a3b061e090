import { adding } from '../deal/editing';
import { listOf, SOLUTION_ASSESSMENT } from '../deal/lists';
import { solutionEntry } from '../deal/solution';
import { entryFields, entryIn } from '../forms/entry';
import type { Form } from '../forms/form';
import { listRefusal, withEntries } from './entries';
import type { Doing, ReferralOperation } from './operation';

const OWN = 'own';

/**
 * Whose it is, as the record's `solutionType` has it. "3P" is seen in the documents; that an own one has none, and the other
 * two, are inferences.
 */
const TYPES = [OWN, '1P', '3P', SOLUTION_ASSESSMENT.value] as const;
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

function solutionOf({ answers, facts }: Doing) {
  const { solutionType, priceCurrency, ...written } = entryIn(PARTS, answers);
  const entry = {
    ...written,
    ...(solutionType && solutionType !== OWN ? { solutionType } : {}),
    ...(written['price'] && priceCurrency ? { priceCurrency } : {}),
  };
  return adding(listOf('solutions'), solutionEntry(entry, facts.coSell ?? []));
}

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

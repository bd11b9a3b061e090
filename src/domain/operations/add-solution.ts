import { adding } from '../deal/editing';
import { keyOf } from '../deal/entries';
import { listOf } from '../deal/lists';
import { OWN, solutionEntry, SOLUTION_TYPES, type KnownSolution } from '../deal/solution';
import { entryFields, entryIn } from '../forms/entry';
import type { Form } from '../forms/form';
import { choosingSolution } from '../forms/solutions';
import { listRefusal, withEntries } from './entries';
import type { Current } from '../record/current';
import type { Doing, ReferralOperation } from './operation';

const PARTS = ['name', 'solutionType', 'id', 'price', 'priceCurrency', 'quantity'] as const;

const FILLED = { name: 'name', solutionType: 'solutionType', id: 'id' } as const;

const inputs = (): Form['fields'] =>
  entryFields(listOf('solutions'), PARTS, ['name', 'solutionType']).map((field) =>
    field.id === 'solutionType'
      ? {
          ...field,
          kind: 'choice',
          choices: SOLUTION_TYPES.map((value) => ({
            value,
            title: { key: `forms.add-solution.solutionType.${value}` },
          })),
        }
      : { ...field, more: field.id !== 'name' },
  );

export function solutionForm(known: readonly KnownSolution[]): Form {
  const { fields, fills } = choosingSolution(known, FILLED, ['name']);
  return { name: 'add-solution', fields: [...fields, ...inputs()], fills };
}

function solutionOf({ answers, facts }: Doing) {
  const { solutionType, priceCurrency, ...written } = entryIn(PARTS, answers);
  const entry = {
    ...written,
    ...(solutionType && solutionType !== OWN ? { solutionType } : {}),
    ...(written['price'] && priceCurrency ? { priceCurrency } : {}),
  };
  return adding(listOf('solutions'), solutionEntry(entry, facts.catalogue ?? []));
}

const isOn = ({ lists: { solutions } }: Current, one: KnownSolution): boolean =>
  solutions.some(({ key }) => key === keyOf(listOf('solutions'), { ...one }));

/** What is sold, or asked for: at least one where Microsoft is in it, an assessment alone. */
export const addSolution: ReferralOperation = {
  on: 'referral',
  name: 'add-solution',
  where: { accepted: 'involved' },
  audit: 'solution-added',
  brings: true,
  offersSolutions: true,
  form: ({ current, solutions = [] }) => solutionForm(solutions.filter((one) => !isOn(current, one))),
  start: ({ current, facts }) => ({
    solutionType: OWN,
    priceCurrency: current.deal.currency ?? facts.desk?.currency ?? '',
  }),
  refuses: (doing) => listRefusal('solutions', doing, solutionOf(doing)),
  change: (doing) => withEntries(doing, 'solutions', solutionOf(doing)),
};

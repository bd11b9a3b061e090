import { adding } from '../deal/editing';
import { amountOf } from '../deal/figures';
import { listOf } from '../deal/lists';
import type { Choice, Field, Form } from '../forms/form';
import { inGroup } from '../forms/input';
import { dayIn, later } from '../record/dates';
import type { Current } from '../record/current';
import { intend } from '../referral/intents';
import type { NotNowWhy } from '../referral/inputs';
import type { Referral } from '../referral/referral';
import { registrationPoints } from '../referral/registrable';
import type { About, Doing, ReferralOperation } from './operation';
import { over } from './over';

const REGISTRATIONS = listOf('registrations');

/** The connector's contract knows no other (partner-center.md §6.4). */
const TYPE = 'AzureIPCoSell';
const TERMS = ['Finite', 'Perpetual'];
const TENANTS = ['Customer', 'Partner'];
const PRICINGS = ['Other', 'PayAsYouGo'];
const YES_NO = ['yes', 'no'];

const input = (id: string, kind: Field['kind'], over: Partial<Field> = {}): Field => ({
  id,
  kind,
  required: true,
  maxLength: 60,
  more: false,
  ...over,
});

const day = (id: string, over: Partial<Field> = {}): Field => input(id, 'date', { past: true, ...over });

const choice = (id: string, values: readonly string[]): Field =>
  input(id, 'choice', {
    choices: values.map((value) => ({ value, title: { key: `forms.register-deal.${id}.${value}` } })),
  });

/** Only what has an id in Microsoft's catalogue can be named in a registration. */
const solutionsOf = ({ lists: { solutions } }: Current): readonly Choice[] =>
  solutions.flatMap(({ entry: { id, name } }) =>
    id === undefined ? [] : [{ value: id, title: { text: name ?? id } }],
  );

export const registrationForm = (current: Current): Form => ({
  name: 'register-deal',
  filled: true,
  fields: [
    ...inGroup('contract', [
      input('contractValue', 'money', { beside: 'currency' }),
      input('currency', 'currency', { maxLength: 20 }),
      day('signed'),
      day('starts'),
      choice('term', TERMS),
      day('ends', { required: false }),
    ]),
    ...inGroup('solution', [
      input('solution', 'choice', { maxLength: 200, choices: solutionsOf(current) }),
      input('solutionValue', 'money'),
      choice('onAzure', YES_NO),
      choice('tenant', TENANTS),
      choice('pricing', PRICINGS),
      choice('marketplace', YES_NO),
      day('marketplaceDay', { required: false, more: true }),
    ]),
  ],
  together: [
    { rule: 'at-most', field: 'solutionValue', than: 'contractValue' },
    { rule: 'not-before', field: 'starts', than: 'signed' },
    { rule: 'not-before', field: 'ends', than: 'starts' },
    { rule: 'needed-for', field: 'ends', than: 'term', is: 'Finite' },
    { rule: 'needed-for', field: 'marketplaceDay', than: 'marketplace', is: 'yes' },
  ],
});

/** The value that it was won with, signed on the day that it was won, for a year: to be looked through. */
function start({ current, facts }: About) {
  const { value = '', currency = '' } = amountOf(current.deal) ?? {};
  const won = dayIn(current.closedAt ?? facts.now, facts.desk?.zone ?? 'UTC');
  return {
    solution: solutionsOf(current)[0]?.value ?? '',
    ...{ contractValue: value, currency, solutionValue: value },
    ...{ signed: won, starts: won, ends: later(won, { years: 1, days: -1 }) },
    ...{ term: 'Finite', onAzure: 'yes', tenant: 'Customer', pricing: 'Other', marketplace: 'no' },
  };
}

/** The entry as the list has it: amounts share a currency, and what is not said is left out. */
function entryOf({ currency = '', ...answers }: Doing['answers']) {
  const { ends = '', marketplaceDay = '', term, marketplace, ...rest } = answers;
  return {
    ...{ type: TYPE, contractCurrency: currency, solutionCurrency: currency, ...rest },
    ...(term === undefined ? {} : { term }),
    ...(marketplace === undefined ? {} : { marketplace }),
    ...(term === 'Finite' ? { ends } : {}),
    ...(marketplace === 'yes' ? { marketplaceDay } : {}),
  };
}

/** What has to come first, or has been. */
function notYet({ truth, intents }: Referral, { registration }: Current): NotNowWhy | undefined {
  if (registration) return 'registered';
  if (intents.length > 0) return 'not-confirmed';
  return truth === 'partner-center' ? undefined : 'not-there';
}

/** A won deal named to Microsoft for incentives: the one thing that a closed record still takes. */
export const registerDeal: ReferralOperation = {
  on: 'referral',
  name: 'register-deal',
  where: { archived: 'involved' },
  audit: 'registered',
  brings: true,
  alone: true,
  hindered({ referral, current, facts }) {
    if (current.archivedAs !== 'won') return over({ referral, current, facts });
    const points = registrationPoints(referral, current, facts);
    const why = notYet(referral, current) ?? (points.length === 0 ? 'not-registrable' : undefined);
    if (why) return { kind: 'not-now', why };
    const lacks = points.flatMap(({ point, state }) => (state === 'not-met' ? [point] : []));
    return lacks.length > 0 ? { kind: 'lacking', lacks } : undefined;
  },
  form: ({ current }) => registrationForm(current),
  start,
  change({ referral, by: { id: person, name }, id, facts, answers }) {
    const registrations = adding(REGISTRATIONS, entryOf(answers));
    return intend(referral, { id, by: { id: person, name }, change: { registrations } }, facts);
  },
};

import type { CallResult } from '../deal/deal';
import type { Form } from '../forms/form';
import { say } from '../referral/parts';
import { callAgain } from './call-again';
import type { ReferralOperation } from './operation';

const RESULTS: readonly CallResult[] = ['reached', 'not-reached', 'mailed'];

/** "I called": how it went. */
export const calledForm: Form = {
  name: 'called',
  fields: [
    {
      id: 'result',
      kind: 'choice',
      required: true,
      maxLength: 20,
      more: false,
      choices: RESULTS.map((value) => ({ value, title: { key: `forms.called.result.${value}` } })),
    },
  ],
};

/** Somebody tried to reach the customer: reached ends the clock to contact them; mailed does where the desk says so. */
export const called: ReferralOperation = {
  on: 'referral',
  name: 'called',
  where: { accepted: 'involved', received: 'desk' },
  audit: 'called',
  form: () => calledForm,
  then: ({ result }) => (result === 'not-reached' ? callAgain : undefined),
  change({ referral, by: { id, name }, answers, facts }) {
    const by = { id, name };
    const result = RESULTS.find((one) => one === answers['result']) ?? 'reached';
    const contacted = result === 'mailed' && facts.desk?.mailCounts === true;
    const call = { at: facts.now, by, result, ...(contacted ? { contacted: true as const } : {}) };
    const own = { ...referral.own, called: call };
    return say({ ...referral, own }, { kind: 'called', by, result }, facts);
  },
};

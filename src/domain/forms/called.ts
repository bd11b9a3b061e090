import type { CallResult } from '../referral/referral';
import type { Form } from './form';

const RESULTS: readonly CallResult[] = ['reached', 'not-reached', 'mailed'];

/** "I called": how it went. */
export function calledForm(): Form {
  return {
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
}

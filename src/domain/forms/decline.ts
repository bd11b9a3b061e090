import { DECLINE_REASONS } from '../deal/reasons';
import type { Form } from './form';

/** Decline: one of Partner Center's reasons, and notes. */
export function declineForm(): Form {
  return {
    name: 'decline',
    fields: [
      {
        id: 'reason',
        kind: 'choice',
        required: true,
        maxLength: 100,
        more: false,
        choices: DECLINE_REASONS.map(({ code, key }) => ({ value: code, title: { key: `reasons.${key}` } })),
      },
      { id: 'notes', kind: 'long-text', required: false, maxLength: 4000, more: false },
    ],
  };
}

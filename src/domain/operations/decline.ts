import { DECLINE_REASONS } from '../deal/reasons';
import type { Form } from '../forms/form';
import { ended } from './end';
import { noteOf } from './note';
import type { ReferralOperation } from './operation';

/** One of Partner Center's reasons, and a note. */
export const reasonForm = (name: string): Form => ({
  name,
  fields: [
    {
      id: 'reason',
      kind: 'choice',
      required: true,
      maxLength: 100,
      more: false,
      choices: DECLINE_REASONS.map(({ code, key }) => ({ value: code, title: { key: `reasons.${key}` } })),
    },
    { id: 'notes', kind: 'long-text', required: false, maxLength: 4000, more: false, read: true },
  ],
});

/** Nobody here takes it: once Partner Center has confirmed that, it is final. */
export const decline: ReferralOperation = {
  on: 'referral',
  name: 'decline',
  where: { received: 'desk' },
  audit: 'declined',
  brings: true,
  holds: true,
  alone: true,
  form: () => reasonForm('decline'),
  change(doing) {
    const { reason = '', notes = '' } = doing.answers;
    return ended(doing, { stage: 'archived', archivedAs: 'declined', reason, ...noteOf(doing, notes) });
  },
};

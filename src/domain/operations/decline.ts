import { DECLINE_REASONS } from '../deal/reasons';
import type { Form } from '../forms/form';
import { intend } from '../referral/intents';
import { askedOf, noteOf } from './note';
import type { ReferralOperation } from './operation';

/** One of Partner Center's reasons, and a note. */
export const declineForm: Form = {
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

/** Nobody here takes it: once Partner Center has confirmed that, it is final. */
export const decline: ReferralOperation = {
  on: 'referral',
  name: 'decline',
  where: { received: 'desk' },
  audit: 'declined',
  alone: true,
  form: () => declineForm,
  change(doing) {
    const {
      referral,
      current,
      by: { id: person, name },
      id,
      answers,
      facts,
    } = doing;
    const by = { id: person, name };
    const { reason = '', notes = '' } = answers;
    const change = {
      stage: 'archived' as const,
      archivedAs: 'declined' as const,
      reason,
      ...noteOf(doing, notes),
    };
    const ended = {
      ...referral,
      own: { ...referral.own, ended: { at: facts.now, by }, ...askedOf(current) },
    };
    return intend(ended, { id, by, change }, facts);
  },
};

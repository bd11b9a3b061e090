import { reasonForm } from './decline';
import { ended } from './end';
import { noteOf } from './note';
import type { ReferralOperation } from './operation';

/** An accepted deal that came to nothing, with the reason (Partner Center has one list for declined and lost). */
export const markLost: ReferralOperation = {
  on: 'referral',
  name: 'mark-lost',
  where: { accepted: 'involved' },
  audit: 'marked-lost',
  brings: true,
  holds: true,
  alone: true,
  form: () => reasonForm('mark-lost'),
  change(doing) {
    const { reason = '', notes = '' } = doing.answers;
    return ended(doing, { stage: 'archived', archivedAs: 'lost', reason, ...noteOf(doing, notes) });
  },
};

import { SPAM } from '../deal/reasons';
import { ended } from './end';
import type { ReferralOperation } from './operation';

/** Declined in one press, with Partner Center's reason for abuse, spam and phishing. */
export const spam: ReferralOperation = {
  on: 'referral',
  name: 'spam',
  where: { received: 'desk' },
  audit: 'reported-spam',
  brings: true,
  holds: true,
  change: (doing) => ended(doing, { stage: 'archived', archivedAs: 'declined', reason: SPAM }),
};

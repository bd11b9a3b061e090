import type { ReferralOperation } from './operation';
import { withOwner } from './owner';

/** An accepted deal that nobody here holds (it was accepted in Partner Center, or its owner is gone) gets an owner. */
export const takeOver: ReferralOperation = {
  on: 'referral',
  name: 'take-over',
  where: { accepted: 'desk' },
  audit: 'taken-over',
  hindered: ({ referral: { own } }) => (own.owner ? { kind: 'taken', by: own.owner } : undefined),
  change: (doing) => withOwner(doing),
};

import { markLost } from './mark-lost';
import { markWon } from './mark-won';
import type { ReferralOperation } from './operation';

/** The way to an end: won or lost, each with a form of its own. */
export const closeDeal: ReferralOperation = {
  on: 'referral',
  name: 'close-deal',
  where: { accepted: 'involved' },
  audit: 'close-deal',
  brings: true,
  leads: [markWon, markLost],
  change: ({ referral }) => referral,
};

/**
 * Why a referral is declined or lost: Partner Center's own list, the same for both
 * (learn.microsoft.com/partner-center/referrals, bulk import of co-sell deals: "Decline reason").
 */
export const DECLINE_REASONS = [
  { code: '1', key: 'budget' },
  { code: '2', key: 'no-response' },
  { code: '3', key: 'other-vendor' },
  { code: '4', key: 'requirement-not-met' },
  { code: '5', key: 'not-a-customer' },
  { code: '6', key: 'too-short' },
  { code: '7', key: 'spam' },
  { code: '8', key: 'other' },
] as const;

/** "Report as abuse, spam or phishing". */
export const SPAM = '7';

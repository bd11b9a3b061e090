import type { ReferralOperation } from './operation';

/** What Partner Center takes for spam is none: it is a referral as others are, with its clocks as they are. */
export const notSpam: ReferralOperation = {
  on: 'referral',
  name: 'not-spam',
  where: { received: 'desk' },
  audit: 'said-no-spam',
  hindered: ({ referral: { own }, current }) =>
    current.quiet === 'suspected' && !own.notSpam ? undefined : { kind: 'not-now', why: 'not-suspected' },
  change: ({ referral, by: { id, name }, facts }) => ({
    ...referral,
    own: { ...referral.own, notSpam: { at: facts.now, by: { id, name } } },
  }),
};

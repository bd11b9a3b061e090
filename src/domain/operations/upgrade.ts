import { intend } from '../referral/intents';
import type { ReferralOperation } from './operation';

/** A private deal is shown to Microsoft's sellers, for good: partner-led (manage-co-sell-opportunities page, one-way). */
export const upgrade: ReferralOperation = {
  on: 'referral',
  name: 'upgrade',
  where: { accepted: 'involved' },
  kinds: ['private'],
  audit: 'upgraded',
  brings: true,
  form: () => ({ name: 'upgrade', filled: true, fields: [] }),
  start: () => ({}),
  change: ({ referral, by: { id: person, name }, id, facts }) =>
    intend(referral, { id, by: { id: person, name }, change: { sellersSee: 'yes' } }, facts),
};

import { waitingWrite } from '../referral/face';
import { writesNow } from '../referral/parts';
import type { ReferralOperation } from './operation';

/** What Partner Center has not taken for a while is sent now, and not when its next try would come. */
export const tryAgain: ReferralOperation = {
  on: 'referral',
  name: 'try-again',
  where: { received: 'desk', accepted: 'desk', archived: 'desk' },
  audit: 'tried-again',
  hindered: ({ referral }) => (waitingWrite(referral) ? undefined : { kind: 'gone-out' }),
  change: ({ referral, facts }) => writesNow(referral, facts),
};

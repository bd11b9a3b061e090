import { notLeft, takeBack } from '../referral/intents';
import { caughtUp } from '../referral/wake';
import type { ReferralOperation } from './operation';

/** Takes back what has not left yet: the referral is as it was, and what its clocks owed meanwhile is owed now. */
export const undo: ReferralOperation = {
  on: 'referral',
  name: 'undo',
  where: { received: 'involved', accepted: 'involved', archived: 'involved' },
  audit: 'taken-back',
  hindered: ({ referral }) => (notLeft(referral).length === 0 ? { kind: 'gone-out' } : undefined),
  change({ referral, facts }) {
    const [first] = notLeft(referral);
    return caughtUp(takeBack(referral), first?.at ?? facts.now, facts);
  },
};

import { heldIntents, takeBack } from '../referral/intents';
import type { ReferralOperation } from './operation';

/** Takes back what has not left yet: the referral is as it was. */
export const undo: ReferralOperation = {
  on: 'referral',
  name: 'undo',
  where: { received: 'involved', accepted: 'involved', archived: 'involved' },
  audit: 'taken-back',
  hindered: ({ referral }) => (heldIntents(referral).length === 0 ? { kind: 'gone-out' } : undefined),
  change: ({ referral }) => takeBack(referral),
};

import { seen } from './face';
import type { Referral } from './referral';
import { microsoftsAnswer } from './siblings';

/** Worked on, shared with Microsoft, and it has not said yes or no yet, as far as is known here. */
export function awaitsMicrosoft(referral: Referral): boolean {
  const { stage, kind } = seen(referral);
  const answer = microsoftsAnswer(referral);
  return (
    stage === 'accepted' && kind === 'co-sell-outbound' && (answer === undefined || answer.kind === 'waiting')
  );
}

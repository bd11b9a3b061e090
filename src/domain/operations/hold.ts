import { deadlineOf } from '../referral/clocks';
import { runningClocks } from '../referral/face';
import { clockRules } from '../referral/clock-rules';
import type { About } from './operation';

/** How long what ends a referral can be taken back, in ms, until a desk chooses otherwise. */
export const UNDO_MS = 60_000;

/** With less than this left to a deadline nothing waits. */
const TOO_LATE_MS = 3_600_000;

/** How long an end stays here and can be taken back, in ms; 0 where a deadline is near, or the desk wants none of it. */
export function undoFor({ referral, current, facts }: About): number {
  const near = runningClocks(referral, current).some((clock) => {
    // Nothing is lost when the day of a close date is over.
    if (clock === 'close') return false;
    const left = deadlineOf(clock, current, clockRules(facts)) - facts.now;
    return left > 0 && left < TOO_LATE_MS;
  });
  return near ? 0 : (facts.desk?.undoMs ?? UNDO_MS);
}

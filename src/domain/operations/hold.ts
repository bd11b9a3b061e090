import { deadlineOf } from '../referral/clocks';
import { runningClocks } from '../referral/face';
import { clockRules } from '../referral/wake';
import type { About } from './operation';

/** How long what ends a referral can be taken back, in ms, until a desk chooses otherwise. */
export const UNDO_MS = 60_000;

/** With less than this left to a deadline nothing waits. */
const TOO_LATE_MS = 3_600_000;

/** Until when (business time, ms) an end stays here and can be taken back; at once where a deadline is near. */
export function heldUntil({ referral, current, facts }: About): { readonly holdUntil?: number } {
  const wait = facts.desk?.undoMs ?? UNDO_MS;
  const near = runningClocks(referral, current).some((clock) => {
    const left = deadlineOf(clock, current, clockRules(facts)) - facts.now;
    return left > 0 && left < TOO_LATE_MS;
  });
  return near || wait <= 0 ? {} : { holdUntil: facts.now + wait };
}

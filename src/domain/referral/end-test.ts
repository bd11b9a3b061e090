import { drop } from '../living/outbox';
import { stageOf } from '../record/reading';
import type { Facts } from './inputs';
import type { Referral } from './referral';
import { testEndsAt } from './test-run';

/** A test is over once it is closed, or its time is: nobody is told anything of it any more, and its cards say so. */
export function endTest(referral: Referral, { now, desk }: Pick<Facts, 'now' | 'desk'>): Referral {
  const endsAt = testEndsAt(referral);
  const { test, reminders: _, ...own } = referral.own;
  const isClosed = stageOf(referral.observed) === 'archived' && referral.intents.length === 0;
  if (!test || endsAt === undefined || !(isClosed || endsAt <= now)) return referral;
  // Without its channel there is nobody left to show it to.
  const quiet = drop(referral, ({ kind }) => kind !== 'show' || !desk);
  return { ...quiet, own: { ...own, test: { ...test, over: now } }, intents: [], planned: [] };
}

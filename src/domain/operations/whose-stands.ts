import { heldEnd } from '../referral/held-end';
import { answerQuestions, isAsked } from '../referral/reconcile';
import type { ReferralOperation } from './operation';

/** An author's answer to what changed on both sides: theirs stands until then, and stays; or mine is written after all. */
const whoseStands = (name: string, stands: 'mine' | 'theirs'): ReferralOperation => ({
  on: 'referral',
  name,
  where: { received: 'desk', accepted: 'desk', archived: 'desk' },
  audit: name,
  ...(stands === 'mine' && { brings: true }),
  refuses: ({ referral, current, by }) =>
    isAsked(referral, by) && (current.stage !== 'archived' || heldEnd(referral, by) !== undefined)
      ? undefined
      : { kind: 'not-now', why: 'no-question' },
  change: ({ referral, by, id, facts }) => answerQuestions(referral, { by, stands, id }, facts),
});

export const keepMine = whoseStands('keep-mine', 'mine');
export const takeTheirs = whoseStands('take-theirs', 'theirs');

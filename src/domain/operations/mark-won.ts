import { DEAL_FIELDS } from '../deal/fields';
import { dealChange, dealForm, dealStart } from '../forms/deal';
import { ended } from './end';
import { noteOf } from './note';
import type { ReferralOperation } from './operation';

/** What the deal came to, and a note: afterwards only its registration can be added. */
const ASKED = DEAL_FIELDS.filter(({ kind }) => ['money', 'currency', 'notes'].includes(kind));

/** A deal that was made. */
export const markWon: ReferralOperation = {
  on: 'referral',
  name: 'mark-won',
  where: { accepted: 'involved' },
  audit: 'marked-won',
  holds: true,
  alone: true,
  form: ({ current, facts }) => dealForm('mark-won', ASKED, current, facts.desk),
  start: ({ current, facts }) => dealStart(ASKED, current, facts.desk),
  change(doing) {
    const { notes = '', ...deal } = dealChange(ASKED, doing.answers, doing.began);
    return ended(doing, { stage: 'archived', archivedAs: 'won', ...deal, ...noteOf(doing, notes) });
  },
};

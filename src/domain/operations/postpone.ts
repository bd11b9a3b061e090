import { DEAL_FIELDS } from '../deal/fields';
import { dayIn, later } from '../record/dates';
import { intend } from '../referral/intents';
import type { ReferralOperation, Standing } from './operation';

const DAYS = 30;

const CLOSES = DEAL_FIELDS.find(({ kind }) => kind === 'day');

const isPast = ({ referral }: Standing): boolean => referral.clocks.close?.state === 'passed';

/** A deal past its close date gets another at once: 30 days from today, the day at the desk. Any other day is for Edit. */
export const postpone: ReferralOperation = {
  on: 'referral',
  name: 'postpone',
  where: { accepted: 'involved' },
  audit: 'postponed',
  brings: true,
  hindered: (standing) => (isPast(standing) ? undefined : { kind: 'not-now', why: 'not-past' }),
  change({ referral, by: { id: person, name }, id, facts }) {
    const day = later(dayIn(facts.now, facts.desk?.zone ?? 'UTC'), { days: DAYS });
    const change = CLOSES ? { [CLOSES.id]: day } : {};
    return intend(referral, { id, by: { id: person, name }, change }, facts);
  },
};

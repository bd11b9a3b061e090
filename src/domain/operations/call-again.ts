import { DateTime } from 'luxon';
import type { Field, Form } from '../forms/form';
import type { Answers } from '../forms/form';
import { planReminder } from '../referral/reminders';
import type { About, ReferralOperation } from './operation';

const HOUR_MS = 3_600_000;
const MORNING = '09:00';
const AFTERNOON = '15:00';
/** So late "this afternoon" is hardly later. */
const NO_AFTERNOON_AFTER = 14;

const zoneOf = ({ by, facts }: About): string => by.zone ?? facts.desk?.zone ?? 'UTC';
const localNow = (about: About): DateTime => DateTime.fromMillis(about.facts.now, { zone: zoneOf(about) });

const aside = (id: string, kind: 'date' | 'time'): Field => ({
  id,
  kind,
  required: false,
  maxLength: 20,
  more: false,
  aside: true,
});

function callAgainForm(about: About): Form {
  const values = ['hour', ...(localNow(about).hour < NO_AFTERNOON_AFTER ? ['afternoon'] : []), 'tomorrow'];
  const choices = values.map((value) => ({ value, title: { key: `forms.call-again.when.${value}` } }));
  return {
    name: 'call-again',
    fields: [
      { id: 'when', kind: 'choice', required: false, maxLength: 20, more: false, choices },
      aside('day', 'date'),
      aside('time', 'time'),
    ],
  };
}

/** Another day or time goes before the choice: a day alone is its morning, a time alone is the next one. */
function momentOf(about: About, { when, day = '', time = '' }: Answers): number {
  const now = localNow(about);
  const on = (date: string, at: string): DateTime =>
    DateTime.fromISO(`${date}T${at}`, { zone: zoneOf(about) });
  const today = now.toISODate() ?? '';
  const tomorrow = now.plus({ days: 1 }).toISODate() ?? '';
  if (day !== '') return on(day, time === '' ? MORNING : time).toMillis();
  if (time !== '') {
    const next = on(today, time);
    return (next > now ? next : on(tomorrow, time)).toMillis();
  }
  if (when === 'afternoon') return on(today, AFTERNOON).toMillis();
  return when === 'tomorrow' ? on(tomorrow, MORNING).toMillis() : now.toMillis() + HOUR_MS;
}

/** Who did not reach a customer is reminded to try again, once, in their own chat; days and times are of their zone. */
export const callAgain: ReferralOperation = {
  on: 'referral',
  name: 'call-again',
  where: { accepted: 'involved', received: 'desk' },
  audit: 'call-again',
  form: callAgainForm,
  start: () => ({ when: 'hour' }),
  change(doing) {
    const { referral, by, answers, facts } = doing;
    const at = Math.max(momentOf(doing, answers), facts.now);
    const since = referral.own.called?.at ?? facts.now;
    return planReminder(referral, { to: { id: by.id, name: by.name }, at, why: 'call', since });
  },
};

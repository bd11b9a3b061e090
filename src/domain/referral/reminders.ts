import { tellAbout } from '../messages-and-sweeps';
import type { Notice } from '../notices';
import { isContacted, isOpen, seen } from './face';
import type { Facts } from './inputs';
import type { Referral, Reminder } from './referral';
import { microsoftsAnswer } from './siblings';

/** One a person and reason: a newer one takes the place of the one before. */
export function planReminder(referral: Referral, reminder: Reminder): Referral {
  const others = (referral.own.reminders ?? []).filter((one) => sameKind(one) !== sameKind(reminder));
  return withReminders(referral, [...others, reminder]);
}

const sameKind = ({ to, why }: Reminder): string => `${why} ${typeof to === 'string' ? to : to.id}`;

/** Those whose moment has come are owed, each in a person's own chat. */
export function remind(referral: Referral, facts: Facts): Referral {
  const all = referral.own.reminders ?? [];
  const due = all.filter(({ at }) => at <= facts.now);
  const left = all.filter(({ at }) => at > facts.now);
  return due.reduce(
    (next, { to, why, since }) => tellAbout(next, to, { kind: 'remind', why, since }, facts.now),
    due.length === 0 ? referral : withReminders(referral, left),
  );
}

/** A closed one reminds nobody, nor does one whose customer has been reached of calling them. */
export function dropReminders(referral: Referral): Referral {
  const all = referral.own.reminders ?? [];
  const left = all.filter(({ why }) => isWanted(referral, why));
  return left.length === all.length ? referral : withReminders(referral, left);
}

/** What each is done with. */
const OVER: Readonly<Record<Reminder['why'], (referral: Referral) => boolean>> = {
  call: isContacted,
  convert: (referral) => seen(referral).kind !== 'joint-planning',
  microsoft: (referral) => microsoftsAnswer(referral)?.kind !== 'waiting',
};

const isWanted = (referral: Referral, why: Reminder['why']): boolean =>
  isOpen(referral) && !OVER[why](referral);

/** A reminder that is owed and says nothing true any more. */
export const isMootReminder = (referral: Referral, notice: Notice): boolean =>
  notice.kind === 'remind' && !isWanted(referral, notice.why);

export const nextReminderAt = ({ own }: Referral): number | undefined =>
  own.reminders && own.reminders.length > 0 ? Math.min(...own.reminders.map(({ at }) => at)) : undefined;

function withReminders(referral: Referral, reminders: readonly Reminder[]): Referral {
  const { reminders: _, ...own } = referral.own;
  return { ...referral, own: reminders.length === 0 ? own : { ...own, reminders } };
}

import { tellAbout } from '../messages-and-sweeps';
import type { Notice } from '../notices';
import { asksForMore } from '../record/registration';
import { isContacted, isOpen, seen } from './face';
import type { Facts } from './inputs';
import type { Referral, Reminder } from './referral';
import { microsoftsAnswer } from './siblings';

const DAY_MS = 86_400_000;

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
    (next, reminder) => again(told(next, reminder, facts), reminder, facts),
    due.length === 0 ? referral : withReminders(referral, left),
  );
}

const told = (referral: Referral, { to, why, since }: Reminder, facts: Facts): Referral =>
  tellAbout(referral, to, { kind: 'remind', why, since }, facts.now);

/** Days after the first word of it on which somebody is reminded more than once. */
const AGAIN_MS: Readonly<Partial<Record<Reminder['why'], readonly number[]>>> = {
  registration: [3 * DAY_MS, 10 * DAY_MS],
};

/** Microsoft asks for more about a registration (no date is told until when): its owner is reminded until that is done. */
export const remindOfRegistration = (referral: Referral, facts: Facts): Referral =>
  again(referral, { to: 'owner', why: 'registration', at: facts.now, since: facts.now }, facts);

function again(referral: Referral, { to, why, since }: Reminder, { now }: Facts): Referral {
  const next = AGAIN_MS[why]?.map((after) => since + after).find((at) => at > now);
  return next === undefined ? referral : planReminder(referral, { to, why, since, at: next });
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
  registration: (referral) => !isAskedForMore(referral),
};

function isAskedForMore(referral: Referral): boolean {
  const { registration } = seen(referral);
  return registration !== undefined && asksForMore(registration);
}

/** A deal is registered once it is won. */
const isWanted = (referral: Referral, why: Reminder['why']): boolean =>
  (isOpen(referral) || why === 'registration') && !OVER[why](referral);

/** A reminder that is owed and says nothing true any more. */
export const isMootReminder = (referral: Referral, notice: Notice): boolean =>
  notice.kind === 'remind' && !isWanted(referral, notice.why);

export const nextReminderAt = ({ own }: Referral): number | undefined =>
  own.reminders && own.reminders.length > 0 ? Math.min(...own.reminders.map(({ at }) => at)) : undefined;

function withReminders(referral: Referral, reminders: readonly Reminder[]): Referral {
  const { reminders: _, ...own } = referral.own;
  return { ...referral, own: reminders.length === 0 ? own : { ...own, reminders } };
}

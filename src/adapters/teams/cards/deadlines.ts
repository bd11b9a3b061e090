import type { ClockView, ReferralView } from '../../../application/ports/messages';
import type { ClockName } from '../../../domain/referral/clock-name';
import { dueDayOf } from '../../../domain/deal/figures';
import { day, moment, weekday } from './moments';
import type { Reader } from './reader';
import { plainLine, pointed, type Color } from './runs';
import type { Model } from './templates';

const clock = (view: ReferralView, name: ClockName): ClockView | undefined =>
  view.clocks.find((one) => one.clock === name);

const passed = (view: ReferralView, name: ClockName): ClockView | undefined => {
  const one = clock(view, name);
  return one?.state === 'passed' ? one : undefined;
};

/** One deadline in words. Always as a moment, never as time left: a card stands for days. */
export function clockInWords(
  reader: Reader,
  view: ReferralView,
  { clock: name, state, deadline }: ClockView,
): string {
  const closes = dueDayOf(view.current.deal) ?? '';
  const when = {
    moment: moment(reader, deadline),
    day: state === 'passed' ? weekday(reader, closes) : day(reader, closes),
  };
  if (state !== 'passed') return reader.say(`clocks.${name}`, when);
  return reader.say(
    name === 'expiry' && view.connected ? 'clocks.expiry-asking' : `clocks.${name}-passed`,
    when,
  );
}

const COLORS = { running: 'Default', soon: 'Warning', passed: 'Attention' } as const satisfies Record<
  ClockView['state'],
  Color
>;

/** The one that a received card's title has: past its date, else the answer, which is always due before the contact. */
const first = (view: ReferralView): ClockView | undefined =>
  passed(view, 'expiry') ?? clock(view, 'respond') ?? clock(view, 'contact');

export interface Title {
  readonly title: string;
  readonly titleColor: Color;
}

/** "New lead · answer by Wed 16:39": with a flame, and in its color, while the customer waits to be contacted. */
export function receivedTitle(reader: Reader, view: ReferralView): Title {
  const asked = clock(view, 'contact') !== undefined;
  const what = reader.say(`new.${view.current.kind}`);
  const due = first(view);
  const color = due ? COLORS[due.state] : 'Default';
  return {
    title: pointed(
      asked ? reader.say('card.asked', { what }) : what,
      due ? clockInWords(reader, view, due) : '',
    ),
    titleColor: asked && color === 'Default' ? 'Warning' : color,
  };
}

/** What else runs out soon: the title has the one that comes first. */
export const alsoSoon = (reader: Reader, view: ReferralView): Model[] => {
  const expiry = clock(view, 'expiry');
  return expiry?.state === 'soon' ? deadlineLine(reader, view, expiry) : [];
};

/** Accepted, and the customer still waits to be contacted. */
export const contactLine = (reader: Reader, view: ReferralView): Model[] => {
  const contact = clock(view, 'contact');
  if (!contact) return [];
  const color = contact.state === 'passed' ? 'Attention' : 'Warning';
  const what = contact.state === 'passed' ? '' : reader.say('card.flame');
  return plainLine(sentence(pointed(what, clockInWords(reader, view, contact))), { bold: true, color });
};

/** Until when a joint planning lead must be acted on. */
export const actLine = (reader: Reader, view: ReferralView): Model[] => {
  const act = clock(view, 'act');
  return act ? deadlineLine(reader, view, act) : [];
};

/** Accepted, and its close date is past: what the title says beside the kind. */
export function closeTitle(reader: Reader, view: ReferralView): Partial<Title> & { readonly late: string } {
  const late = passed(view, 'close');
  return late ? { late: clockInWords(reader, view, late), titleColor: 'Attention' } : { late: '' };
}

const deadlineLine = (reader: Reader, view: ReferralView, one: ClockView): Model[] =>
  plainLine(sentence(clockInWords(reader, view, one)), { bold: true, color: COLORS[one.state] });

/** What is said after a point elsewhere begins a line. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A close date that is still to come is one of the deal's figures. */
const isToSay = ({ clock: name, state }: ClockView): boolean => name !== 'close' || state === 'passed';

/** All that runs, the first to end first. */
export const allDeadlines = (reader: Reader, view: ReferralView): Model[] =>
  view.clocks
    .filter(isToSay)
    .sort((a, b) => a.deadline - b.deadline)
    .flatMap((one) => deadlineLine(reader, view, one));

/** What runs out first, of what has not yet: for the notification line. */
export function firstDeadline(reader: Reader, view: ReferralView): string {
  const open = view.clocks
    .filter((one) => one.state !== 'passed' && isToSay(one))
    .sort((a, b) => a.deadline - b.deadline);
  const one = open.find(({ clock: name }) => name === 'respond') ?? open[0];
  return one ? sentence(clockInWords(reader, view, one)) : '';
}

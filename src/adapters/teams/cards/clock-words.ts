import type { ClockView, ReferralView } from '../../../application/ports/messages';
import type { ClockName } from '../../../domain/referral/clock-name';
import { dueDayOf } from '../../../domain/deal/figures';
import { duration, moment, weekday } from './moments';
import { inline } from './plain-text';
import type { Reader } from './reader';

/** After so long without a look, a message says how old its facts are. */
const FRESH_MS = 10 * 60_000;

const when = (reader: Reader, { current }: ReferralView, { deadline }: ClockView) => ({
  moment: moment(reader, deadline),
  day: weekday(reader, dueDayOf(current.deal) ?? ''),
});

function sentence(reader: Reader, view: ReferralView, one: ClockView, index: number): string {
  const over = one.deadline <= view.now;
  const key = `notices.${index === 0 ? 'reminder' : 'also'}-${one.clock}${over ? '-passed' : ''}` as const;
  return reader.say(key, {
    customer: inline(view.current.customer.name),
    ...when(reader, view, one),
    left: duration(reader, Math.max(0, one.deadline - view.now)),
  });
}

const meant = (view: ReferralView, names: readonly ClockName[]): ClockView[] =>
  view.clocks.filter(({ clock }) => names.includes(clock)).sort((a, b) => a.deadline - b.deadline);

const asOf = (reader: Reader, view: ReferralView): string[] =>
  view.connected && view.now - view.asOf > FRESH_MS
    ? [`${reader.say('card.as-of', { moment: moment(reader, view.asOf) })}.`]
    : [];

/** What the clocks say now, the most urgent first, in one message: also what has passed meanwhile. */
export const clockWords = (reader: Reader, view: ReferralView, names: readonly ClockName[]): string[] => [
  ...meant(view, names).map((one, index) => sentence(reader, view, one, index)),
  ...asOf(reader, view),
];

/** The moments alone: what they are about stands above. */
export const clocksInShort = (reader: Reader, view: ReferralView, names: readonly ClockName[]): string[] => [
  ...meant(view, names).map((one) => {
    const key = `notices.also-${one.clock}${one.deadline <= view.now ? '-passed' : ''}` as const;
    return reader.say(key, when(reader, view, one));
  }),
  ...asOf(reader, view),
];

import type { ClockView, ReferralView } from '../../../application/ports/messages';
import type { ClockName } from '../../../domain/referral/clock-name';
import { duration, moment } from './moments';
import { inline } from './plain-text';
import type { Reader } from './reader';

/** After so long without a look, a message says how old its facts are. */
const FRESH_MS = 10 * 60_000;

function sentence(reader: Reader, view: ReferralView, one: ClockView, index: number): string {
  const over = one.deadline <= view.now;
  const key = `notices.${index === 0 ? 'reminder' : 'also'}-${one.clock}${over ? '-passed' : ''}` as const;
  return reader.say(key, {
    customer: inline(view.current.customer.name),
    moment: moment(reader, one.deadline),
    left: duration(reader, Math.max(0, one.deadline - view.now)),
  });
}

/** What the clocks say now, the most urgent first, in one message: also what has passed meanwhile. */
export function clockWords(reader: Reader, view: ReferralView, names: readonly ClockName[]): string[] {
  const clocks = view.clocks
    .filter(({ clock }) => names.includes(clock))
    .sort((a, b) => a.deadline - b.deadline);
  const old = view.connected && view.now - view.asOf > FRESH_MS;
  return [
    ...clocks.map((one, index) => sentence(reader, view, one, index)),
    ...(old ? [`${reader.say('card.as-of', { moment: moment(reader, view.asOf) })}.`] : []),
  ];
}

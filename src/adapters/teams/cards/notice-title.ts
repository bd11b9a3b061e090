import type { ClockView, ReferralView } from '../../../application/ports/messages';
import type { Notice } from '../../../domain/notices';
import { dueDayOf } from '../../../domain/deal/figures';
import { duration, weekday } from './moments';
import { defused } from './plain-text';
import type { Reader } from './reader';
import { namedByRow } from './string-key';

/** The clock that a notice is about: the one that is over, else the one that ends first. */
function about(notice: Notice, { clocks }: ReferralView): ClockView | undefined {
  if (notice.kind !== 'escalation' && notice.kind !== 'reminder') return undefined;
  return clocks
    .filter(({ clock }) => notice.clocks.includes(clock))
    .sort((a, b) => a.deadline - b.deadline)[0];
}

/** Some say how it went, or what it is for, in their title. */
function keyOf(notice: Notice): string {
  if ('part' in notice) return `${notice.kind}-${notice.part}`;
  if (notice.kind === 'stuck' && notice.by) return 'stuck-dropped';
  if ('ended' in notice) return `${notice.kind}-${notice.ended}`;
  if ('result' in notice) return `${notice.kind}-${notice.result}`;
  return notice.kind === 'remind' ? `${notice.kind}-${notice.why}` : notice.kind;
}

/** The matter itself: "Northwind Traders: 2 hours left to answer". */
export function noticeTitle(reader: Reader, notice: Notice, view: ReferralView): string {
  const customer = defused(view.current.customer.name, 80);
  const clock = about(notice, view);
  if (!clock) {
    const name = 'by' in notice ? defused(notice.by.name, 80) : '';
    return reader.say(namedByRow(`notices.titles.${keyOf(notice)}`), { customer, name });
  }
  const over = clock.deadline <= view.now;
  const day = weekday(reader, dueDayOf(view.current.deal) ?? '');
  const left = duration(reader, Math.max(0, clock.deadline - view.now));
  return reader.say(`notices.titles.${clock.clock}${over ? '-passed' : ''}`, { customer, left, day });
}

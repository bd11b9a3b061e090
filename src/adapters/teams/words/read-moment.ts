import type { ParsedComponents } from 'chrono-node';
import { DateTime } from 'luxon';
import { parsersFor } from './other-day';

export interface MomentContext {
  /** BCP 47 and IANA zone, of the person. */
  readonly language: string;
  readonly zone: string;
  /** Business time, ms UTC. */
  readonly now: number;
}

/** Day (YYYY-MM-DD) and time (HH:mm) in the person's zone; a part that was not said is absent. */
export interface SaidMoment {
  readonly day?: string;
  readonly time?: string;
}

const LONGEST = 60;
const two = (number: number): string => String(number).padStart(2, '0');

/** chrono counts from a Date's local parts: those that the person's clock shows, wherever the program runs. */
function wallClock(now: number, zone: string): Date {
  const { year, month, day, hour, minute } = DateTime.fromMillis(now, { zone });
  return new Date(year, month - 1, day, hour, minute);
}

/** "in 2 hours", "friday 14:00", "15:00", in any of eight languages: believed when all of the text was understood. */
export function readMoment(text: string, { language, zone, now }: MomentContext): SaidMoment | undefined {
  const said = text.trim().toLowerCase();
  if (said === '' || said.length > LONGEST) return undefined;
  for (const parser of parsersFor(language)) {
    const [found, ...more] = parser.parse(said, { instant: wallClock(now, zone) }, { forwardDate: true });
    if (!found || more.length > 0 || found.text.length !== said.length) continue;
    const moment = partsOf(found.start);
    if (moment.day !== undefined || moment.time !== undefined) return moment;
  }
  return undefined;
}

/** What was said for certain; the rest is a guess of chrono's. */
function partsOf(said: ParsedComponents): SaidMoment {
  const of = (part: 'year' | 'month' | 'day' | 'hour' | 'minute'): string => two(said.get(part) ?? 0);
  const hasDay = said.isCertain('day') || said.isCertain('weekday');
  return {
    ...(hasDay ? { day: `${of('year')}-${of('month')}-${of('day')}` } : {}),
    ...(said.isCertain('hour') ? { time: `${of('hour')}:${of('minute')}` } : {}),
  };
}

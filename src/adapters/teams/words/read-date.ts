import { recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import { dayIn, isDay, later } from '../../../domain/record/dates';
import { calendarDay } from './calendar-day';
import { relativeDay } from './relative-day';
import { bare, folded } from './wording';

export interface DateContext {
  /** BCP 47, of the person. */
  readonly language: string;
  /** IANA zone: decides which day "today" is. */
  readonly zone: string;
  /** Business time in ms UTC. */
  readonly now: number;
}

/**
 * Whether 5/6 is the sixth of May: for people whose language is en-US, and for plain "en" in the zones of America.
 * For everybody else it is the fifth of June.
 */
export function monthFirst({ language, zone }: Pick<DateContext, 'language' | 'zone'>): boolean {
  const tag = language.toLowerCase();
  return tag === 'en-us' || (tag === 'en' && zone.startsWith('America/'));
}

interface Resolved {
  readonly type?: string;
  readonly value?: string;
  readonly end?: string;
}

/** The recognizers count from a Date's local parts: noon of that day, wherever the program runs. */
function noon(today: string): Date {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

/** English only; believed when all of it was understood. Of a span ("next month") the last day, of two readings the next one. */
function recognised(text: string, today: string): string | undefined {
  const found = recognizeDateTime(text, 'en-us', undefined, noon(today)).find(
    (one) => one.text.length === text.length,
  );
  const values = (found?.resolution as { values?: readonly Resolved[] } | undefined)?.values ?? [];
  const days = values.flatMap(({ type, value, end }) => {
    const last = type === 'daterange' && end !== undefined ? later(end, { days: -1 }) : value;
    return (type === 'date' || type === 'daterange') && last !== undefined ? [last] : [];
  });
  const real = days.filter(isDay);
  return real.find((day) => day >= today) ?? real.at(-1);
}

/**
 * A day (YYYY-MM-DD) in typed words: "next friday", "31/3", "31.3.", "end of march", "in 2 weeks", "31. März",
 * "15 de março". Without a year it is the next one from today on; a day in the past is the form's rule to refuse.
 */
export function readDate(text: string, context: DateContext): string | undefined {
  const meant = folded(bare(text)).replace(/^(?:the|der|den|am|op|le|o|dia) (?=\d|end|last|mid)/, '');
  if (meant === '' || meant.length > 60) return undefined;
  const today = dayIn(context.now, context.zone);
  return (
    calendarDay(meant, today, monthFirst(context)) ??
    relativeDay(meant, today) ??
    (/[a-z]{3}/.test(meant) ? recognised(meant, today) : undefined)
  );
}

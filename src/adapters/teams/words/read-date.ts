import { calendarDay } from './calendar-day';
import { otherDay } from './other-day';
import { relativeDay } from './relative-day';
import { bare, folded } from './wording';

export interface DateContext {
  /** BCP 47, of the person. */
  readonly language: string;
  /** IANA zone, of the person. */
  readonly zone: string;
  /** YYYY-MM-DD: the day that the answer is judged by. */
  readonly today: string;
}

/**
 * Whether 5/6 is the sixth of May: for people whose language is en-US, and for plain "en" in the zones of America.
 * For everybody else it is the fifth of June.
 */
export function monthFirst({ language, zone }: Pick<DateContext, 'language' | 'zone'>): boolean {
  const tag = language.toLowerCase();
  return tag === 'en-us' || (tag === 'en' && zone.startsWith('America/'));
}

/**
 * A day (YYYY-MM-DD) in typed words: "next friday", "31/3", "31.3.", "end of march", "in 2 weeks", "31. März",
 * "15 de março". Without a year it is the next one from today on; a day in the past is the form's rule to refuse.
 */
export function readDate(text: string, context: DateContext): string | undefined {
  const said = bare(text)
    .toLowerCase()
    .replace(/^(?:the|der|den|am|op|le|o|dia) (?=\d|end|last|mid)/, '');
  const meant = folded(said);
  if (meant === '' || meant.length > 60) return undefined;
  const { today, language } = context;
  return (
    calendarDay(meant, today, monthFirst(context)) ??
    relativeDay(meant, today) ??
    (/\p{L}{3}/u.test(meant) ? otherDay(said, today, language) : undefined)
  );
}

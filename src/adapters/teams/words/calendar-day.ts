import { dayOf, endOfMonth, later, monthOf, yearOf } from '../../../domain/record/dates';
import { monthNamed } from './calendar-words';

/** A leap day without a year comes within eight. */
const YEARS_TO_NEXT = 8;

/** The next such day from today on. */
function next(today: string, month: number, day: number): string | undefined {
  for (let year = yearOf(today); year <= yearOf(today) + YEARS_TO_NEXT; year += 1) {
    const candidate = dayOf(year, month, day);
    if (candidate !== undefined && candidate >= today) return candidate;
  }
  return undefined;
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

function dated(today: string, month: number, day: number, year: string | undefined): string | undefined {
  return year === undefined ? next(today, month, day) : dayOf(fullYear(year), month, day);
}

/** 2026-12-31, 2026/12/31, 2026.12.31 */
function yearFirst(text: string): string | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[3]), Number(match[4])) : undefined;
}

/** 31/3, 31.3., 31-3-27, 3/31: points are always day first; otherwise the reader's order, unless only the other is a date. */
function numeric(text: string, today: string, monthFirst: boolean): string | undefined {
  const match = /^(\d{1,2}) ?([-/.]) ?(\d{1,2})(?:\2|\2 ?(\d{4}|\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const turned = monthFirst && match[2] !== '.';
  const [day, month] = turned ? [second, first] : [first, second];
  return dated(today, month, day, match[4]) ?? dated(today, day, month, match[4]);
}

/** 31 march, 31st of march 2027, 31. märz, 15 de março de 2027, march 31, 2027 */
function named(text: string, today: string): string | undefined {
  const dayFirst =
    /^(\d{1,2})(?:\.|st|nd|rd|th|er|o)? ?(?:of |de |do )?(\p{L}+\.?)(?:,? ?(?:of |de |do )?(\d{4}|'\d{2}))?$/u.exec(
      text,
    );
  const monthFirst = /^(\p{L}+\.?) (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthNamed(name ?? '');
  return month === undefined ? undefined : dated(today, month, Number(day), year?.replace("'", ''));
}

/** "the 15th", "15.": the next day with that number. */
function dayOnly(text: string, today: string): string | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|\.)$/.exec(text);
  if (!match) return undefined;
  for (let months = 0; months <= 2; months += 1) {
    const month = later(`${today.slice(0, 8)}01`, { months });
    const day = dayOf(yearOf(month), monthOf(month), Number(match[1]));
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

/** "end of march", "ende märz 2027", "mid march", "march 2027", "march": of a month alone, the last day. */
function inMonth(text: string, today: string): string | undefined {
  const match =
    /^(?:(early|beginning of|start of|anfang|begin|mid|middle of|mitte|half|late|end of|end|the end of|ende|eind|fin|fim de|final de|fine(?: di)?|inizio|meta(?: di)?|(?:в )?(?:конце|конец|начале|начало|середине|середина)|до конца|к концу) ?-?)?(\p{L}+\.?)(?:,? (?:of |de )?(\d{4}))?$/u.exec(
      text,
    );
  const month = monthNamed(match?.[2] ?? '');
  if (!match || month === undefined) return undefined;
  const part = match[1] ?? '';
  const day = /^(?:early|beginning|start|anfang|begin|inizio|(?:в )?начал)/.test(part)
    ? 1
    : /^(?:mid|mitte|half|meta|(?:в )?середин)/.test(part)
      ? 15
      : undefined;
  if (day !== undefined) return dated(today, month, day, match[3]);
  const thisMonths = monthOf(today) === month ? endOfMonth(today) : undefined;
  const first = dated(today, month, 1, match[3]);
  return match[3] === undefined && thisMonths ? thisMonths : first && endOfMonth(first);
}

/** A day of the calendar as people write it, or undefined. `text` is folded; `monthFirst`: 5/6 is in May. */
export function calendarDay(text: string, today: string, monthFirst: boolean): string | undefined {
  return (
    yearFirst(text) ??
    numeric(text, today, monthFirst) ??
    named(text, today) ??
    inMonth(text, today) ??
    dayOnly(text, today)
  );
}

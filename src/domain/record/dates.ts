import { DateTime, type DurationLike } from 'luxon';

/** A day is `YYYY-MM-DD`, without a zone: days compare as text. A zone only decides which day it is now. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const at = (day: string): DateTime =>
  DateTime.utc(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
const text = (moment: DateTime): string => moment.toISODate() ?? '';

/** Whether it is a day that the calendar has. */
export const isDay = (day: string): boolean => DAY.test(day) && at(day).isValid;

/** The day that it is at `now` (ms UTC) in an IANA zone; in UTC when there is no such zone. */
export function dayIn(now: number, zone: string): string {
  const there = DateTime.fromMillis(now, { zone });
  return text(there.isValid ? there : DateTime.fromMillis(now, { zone: 'utc' }));
}

const ends = new Map<string, number>();
const MOST_KNOWN = 1_000;

/** When a day is over in an IANA zone, ms UTC; in UTC when there is no such zone. */
export function endOfDay(day: string, zone: string): number {
  const key = `${day} ${zone}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const there = DateTime.fromISO(day, { zone });
  const end = (there.isValid ? there : at(day)).startOf('day').plus({ days: 1 }).startOf('day').toMillis();
  if (ends.size >= MOST_KNOWN) ends.clear();
  ends.set(key, end);
  return end;
}

/** A day of year, month (1–12) and day of the month, or undefined if the calendar has none. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const moment = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return moment.isValid && year >= 1000 && year <= 9999 ? text(moment) : undefined;
}

/** `day` and so much later. A month later than 31 January is the last of February. */
export const later = (day: string, by: DurationLike): string => text(at(day).plus(by));

export const endOfMonth = (day: string): string => text(at(day).endOf('month'));
export const endOfQuarter = (day: string): string => text(at(day).endOf('quarter'));
export const endOfYear = (day: string): string => text(at(day).endOf('year'));

/** The last day of the month after this day's: what a close date starts with. */
export const endOfNextMonth = (day: string): string => endOfMonth(later(day, { months: 1 }));

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: string): number => at(day).weekday;

export const yearOf = (day: string): number => at(day).year;
export const monthOf = (day: string): number => at(day).month;

/** That hour of a day in an IANA zone, ms UTC; in UTC when there is no such zone. */
export function timeOf(day: string, hour: number, zone: string): number {
  const there = DateTime.fromISO(day, { zone });
  return (there.isValid ? there : at(day)).set({ hour }).toMillis();
}

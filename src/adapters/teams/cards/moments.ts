import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';
import { defused, line } from './plain-text';
import type { Reader } from './reader';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A weekday alone says which day is meant while that is at most 6 days ahead. Of what is past one day less: a card is drawn
 * anew once a day.
 */
function isNear(when: DateTime, now: DateTime): boolean {
  const days = Math.round((when.startOf('day').toMillis() - now.startOf('day').toMillis()) / DAY);
  return days >= -5 && days <= 6;
}

/** "Tue 10:42" in the reader's zone; of a day further away with the date, in another year with that too. */
export function moment(reader: Reader, at: number): string {
  const when = DateTime.fromMillis(at, { zone: reader.zone }).setLocale(reader.language);
  const now = DateTime.fromMillis(reader.now, { zone: reader.zone });
  const near = isNear(when, now);
  const pattern = near ? 'near' : when.year === now.year ? 'far' : 'other-year';
  return when.toFormat(reader.say(`formats.${pattern}`));
}

/** "25 Nov 17:10", with the year if it is another: of what stands for long. */
export function onDay(reader: Reader, at: number): string {
  const when = DateTime.fromMillis(at, { zone: reader.zone }).setLocale(reader.language);
  const sameYear = when.year === DateTime.fromMillis(reader.now, { zone: reader.zone }).year;
  return when.toFormat(reader.say(sameYear ? 'formats.on-day' : 'formats.dated'));
}

/** "March", in another year with that: of what nobody needs to the day. */
export function month(reader: Reader, at: number): string {
  const when = DateTime.fromMillis(at, { zone: reader.zone }).setLocale(reader.language);
  const sameYear = when.year === DateTime.fromMillis(reader.now, { zone: reader.zone }).year;
  return when.toFormat(sameYear ? 'LLLL' : 'LLLL yyyy');
}

/** "5 Jan 2026, 10:42": of what stands for good. */
export const dated = (reader: Reader, at: number): string =>
  DateTime.fromMillis(at, { zone: reader.zone })
    .setLocale(reader.language)
    .toFormat(reader.say('formats.dated'));

/** Days as they are written, by language and pattern: many cards show the same few. */
const written = new LRUCache<string, string>({ max: 1_000 });

/** A YYYY-MM-DD day, which has no zone; what is none is shown as it came. */
export function day(reader: Reader, date: string): string {
  const pattern = reader.say('formats.day');
  const key = `${reader.language} ${pattern} ${date}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const when = DateTime.fromISO(date, { zone: 'utc' }).setLocale(reader.language);
  const words = when.isValid ? when.toFormat(pattern) : line(date, 60);
  written.set(key, words);
  return words;
}

/** "Fri 27 Nov", with the year if it is another. */
export function weekday(reader: Reader, date: string): string {
  const when = DateTime.fromISO(date, { zone: 'utc' }).setLocale(reader.language);
  if (!when.isValid) return defused(date, 60);
  const sameYear = when.year === DateTime.fromMillis(reader.now, { zone: reader.zone }).year;
  return when.toFormat(reader.say(sameYear ? 'formats.weekday' : 'formats.weekday-year'));
}

/** "3 hours 50 minutes": the two largest units of the nearest minute, so that a reminder sent a moment late is round. */
export function duration(reader: Reader, ms: number): string {
  const whole = Math.round(ms / MINUTE) * MINUTE;
  const units = [
    { key: 'duration.days', count: Math.floor(whole / DAY) },
    { key: 'duration.hours', count: Math.floor((whole % DAY) / HOUR) },
    { key: 'duration.minutes', count: Math.floor((whole % HOUR) / MINUTE) },
  ] as const;
  const first = units.findIndex(({ count }) => count > 0);
  if (first < 0) return reader.say('duration.moment');
  const [one = '', two] = units
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => reader.say(key, { count }));
  return two === undefined ? one : reader.say('duration.and', { first: one, second: two });
}

import { DateTime } from 'luxon';
import { dayIn } from '../record/dates';
import { decimalOf, filled, momentOf } from '../record/values';
import type { Resource } from '../record/resource';
import type { DealField, ValueKind } from './fields';
import { putAt, standingAt } from './place';

interface Kind {
  /** What the record holds, as text. */
  read(raw: unknown): string | undefined;
  /** What is put into the record for a text; `''` clears the field. `zone`: of the days. */
  write(text: string, standing: unknown, zone: string): unknown;
  /** Whether what the record holds is what somebody wants. */
  holds(standing: string | undefined, wanted: string | undefined): boolean;
}

/** Partner Center may give back another system's ends of lines. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim();
const same = (one: string | undefined, other: string | undefined): boolean => plain(one) === plain(other);
const orNull = (text: string): string | null => (text === '' ? null : text);

/** The documents show a number and a text; amounts below 10^12 are exact as a number. What is none goes as it is. */
function numberOf(text: string): number | string | null {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

const isRaw = (raw: unknown): raw is string | number => typeof raw === 'string' || typeof raw === 'number';

export const KINDS: Readonly<Record<ValueKind, Kind>> = {
  text: { read: filled, write: orNull, holds: same },
  choice: { read: filled, write: orNull, holds: same },
  money: {
    read: (raw) => (isRaw(raw) ? decimalOf(raw) : undefined),
    write: numberOf,
    holds: (standing, wanted) =>
      same(standing, wanted) || (decimalOf(standing) ?? 'none') === decimalOf(wanted),
  },
  currency: { read: (raw) => filled(raw)?.toUpperCase(), write: orNull, holds: same },
  day: {
    read: (raw) => dayOf(raw, 'UTC'),
    write: (text, _standing, zone) => (text === '' ? null : midnight(text, zone)),
    holds: same,
  },
  flag: {
    read: (raw) => (typeof raw === 'boolean' ? (raw ? 'yes' : 'no') : undefined),
    write: (text) => text === 'yes',
    holds: same,
  },
  // What others wrote stays: a note is a line more.
  notes: {
    read: filled,
    write: (text, standing) => withNote(filled(standing) ?? '', text) || null,
    holds: (standing, wanted) => plain(standing).includes(plain(wanted)),
  },
};

/** A note that stands there already is not added again. */
const withNote = (before: string, note: string): string =>
  plain(before).includes(plain(note)) ? before : [before, note].filter(Boolean).join('\n');

/** Exactly midnight UTC is a day without a zone and stays that day, wherever one reads it. */
const WITHOUT_ZONE = /T00:00(?::00(?:\.0+)?)?Z$/;

/** The day of a moment in a zone: Partner Center has a close date as its midnight somewhere. */
function dayOf(raw: unknown, zone: string): string | undefined {
  const text = filled(raw);
  const at = momentOf(text);
  if (text === undefined || at === undefined) return undefined;
  return dayIn(at, WITHOUT_ZONE.test(text) ? 'UTC' : zone);
}

/** The moment at which a day begins in a zone. */
function midnight(day: string, zone: string): string {
  const there = DateTime.fromISO(day, { zone });
  const begun = there.isValid ? there.startOf('day') : DateTime.fromISO(day, { zone: 'utc' });
  return begun.toUTC().toISO({ suppressMilliseconds: true }) ?? `${day}T00:00:00Z`;
}

/** What the resource holds where a field stands. */
export const standing = (resource: Resource, { at }: Pick<DealField, 'at'>): unknown =>
  standingAt(resource, at);

/** The resource with its days as days without a zone: what a desk in `zone` (IANA) means by them. */
export function withLocalDays(resource: Resource, zone: string, fields: readonly DealField[]): Resource {
  return fields
    .filter(({ kind }) => kind === 'day')
    .reduce((next, field) => {
      const day = dayOf(standing(next, field), zone);
      const written = `${String(day)}T00:00:00Z`;
      return day === undefined || standing(next, field) === written ? next : putAt(next, field.at, written);
    }, resource);
}

import { me, state } from './state.js';

const FALLBACK_ZONE = 'UTC';

/** The sample desk keeps its manager's zone. */
export const deskZone = () => state.people.find((one) => one.role === 'manager')?.timezone ?? FALLBACK_ZONE;

const ownZone = () => me()?.timezone ?? FALLBACK_ZONE;

/** Business time now, ms. */
export const now = () => Date.now() + (state.offset ?? 0);

const formats = new Map();

function format(ms, zone, options) {
  const key = JSON.stringify([zone, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formats.set(key, made);
  return made.format(ms).replaceAll(',', '');
}

const TIME = { hour: '2-digit', minute: '2-digit' };
const DAY = { weekday: 'short', day: 'numeric', month: 'short' };

/** Business time in the desk's zone: its parts, so that a narrow screen can leave the year out. */
export const clockParts = (ms) => ({
  day: format(ms, deskZone(), DAY),
  year: format(ms, deskZone(), { year: 'numeric' }),
  time: format(ms, deskZone(), TIME),
});

/** The time of a message as this person's client shows it: the day only if it is not today. */
export function messageTime(iso) {
  const ms = Date.parse(iso);
  const day = format(ms, ownZone(), DAY);
  const time = format(ms, ownZone(), TIME);
  return day === format(now(), ownZone(), DAY) ? time : `${day} ${time}`;
}

/** Whose midnight a close date is: Partner Center keeps a moment, and the desk writes the midnight of its own zone. */
const zoneOfDay = (iso) => (/T00:00:00(?:\.0+)?Z$/.test(iso) ? 'UTC' : deskZone());

/** YYYY-MM-DD */
export const closeDay = (iso) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zoneOfDay(iso) }).format(Date.parse(iso));

export const dayWords = (iso, zone = 'UTC') =>
  iso ? format(Date.parse(iso), zone, { ...DAY, year: 'numeric' }) : '';

export const closeDayWords = (iso) => dayWords(iso, zoneOfDay(iso));

const STEPS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
];

/** "3 hours ago", by business time. */
export function ago(iso) {
  const gone = now() - Date.parse(iso);
  const [size, unit] = STEPS.find(([ms]) => gone >= ms) ?? [];
  if (size === undefined) return 'just now';
  const count = Math.floor(gone / size);
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

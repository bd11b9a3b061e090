import { dayIn, later, timeOf } from '../record/dates';

/** When a desk's morning begins, in hours after midnight there. */
const MORNING = 9;
const PREFIX = 'quiet/';
const DAY_MS = 86_400_000;

/** When that day's list is posted; ms UTC. */
const morningOf = (day: string, zone: string): number => timeOf(day, MORNING, zone);

/** The id of the list that what nobody need act on goes onto: of the desk's next morning. `now`: ms UTC. */
export function quietList(now: number, zone: string): string {
  const today = dayIn(now, zone);
  return `${PREFIX}${now < morningOf(today, zone) ? today : later(today, { days: 1 })}`;
}

export const isQuietList = (list: string | undefined): list is string => list?.startsWith(PREFIX) === true;

/** When that list is posted, ms UTC; undefined: it is another kind of list. */
export const quietListAt = (list: string | undefined, zone: string): number | undefined =>
  isQuietList(list) ? morningOf(list.slice(PREFIX.length), zone) : undefined;

/** Whether such a list may still be begun: of one that is long past only rows are left that changed. */
export const mayBegin = (list: string, zone: string, now: number): boolean =>
  now < (quietListAt(list, zone) ?? 0) + DAY_MS;

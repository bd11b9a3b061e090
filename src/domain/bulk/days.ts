import { dayOf, isDay } from '../record/dates';

/** The layout's MM/DD/YYYY of a day. */
export const slashed = (day: string): string =>
  isDay(day) ? `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}` : day;

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** As spreadsheets in Europe write it. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** A day of a cell as YYYY-MM-DD; what is none as it stands there. */
export function dayIn(cell: string): string {
  const [, month, day, year] = SLASHED.exec(cell) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day)) ?? cell;
  const [, first, second, then] = DOTTED.exec(cell) ?? [];
  return then === undefined ? cell : (dayOf(Number(then), Number(second), Number(first)) ?? cell);
}

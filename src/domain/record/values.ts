/** Small readings of what a record holds: every field may be absent, null, or of another type than it should be. */

/** The text without blanks around it; undefined when there is none. */
export const filled = (text: unknown): string | undefined =>
  typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;

/**
 * ms UTC of an ISO moment; undefined when there is none or it is not one. Up to 7 decimals occur. A moment without a
 * zone is UTC, wherever this program runs.
 */
export function momentOf(text: string | null | undefined): number | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const zoneless = /:[\d.:]+$/.test(text) && !/[+-]\d{2}:\d{2}$/.test(text);
  const at = Date.parse(zoneless ? `${text}Z` : text);
  return Number.isNaN(at) ? undefined : at;
}

/** An ISO moment of ms UTC, as records have them. */
export const isoOf = (at: number): string => new Date(at).toISOString();

const PLAIN = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 6 });

/** A deal value as a decimal string in major units: the API has numbers and strings of it. */
export function decimalOf(value: number | string | null | undefined): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text = typeof value === 'number' ? PLAIN.format(value) : value.trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The API has flags as booleans and as text. */
export const isTrue = (flag: unknown): boolean =>
  flag === true || (typeof flag === 'string' && flag.trim().toLowerCase() === 'true');

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined: absent facts are left out of cards, not shown empty. */
export function defined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}

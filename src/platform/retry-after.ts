/**
 * Retry-After in ms, from seconds or a date (RFC 9110 §10.2.3); undefined: it is none. `now`: real time in ms UTC; the answer's own
 * Date, where it has one, is the better "now". `most`: a nonsense header must not park anything for ever.
 */
export function retryAfterMs(
  headers: { readonly 'retry-after'?: string | undefined; readonly date?: string | undefined },
  now: number,
  most: number,
): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  if (value === '') return undefined;
  const sentAt = Date.parse(headers.date ?? '');
  const wait = /^\d+(?:\.\d+)?$/.test(value)
    ? Math.round(Number(value) * 1000)
    : Date.parse(value) - (Number.isNaN(sentAt) ? now : sentAt);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), most);
}

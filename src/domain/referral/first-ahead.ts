import type { Referral } from './referral';

/** The first deadline that has not passed (ms UTC); undefined: none is ahead. */
export function firstAhead({ clocks }: Pick<Referral, 'clocks'>): number | undefined {
  const ahead = Object.values(clocks).filter(({ state }) => state !== 'passed');
  return ahead.length === 0 ? undefined : Math.min(...ahead.map(({ deadline }) => deadline));
}

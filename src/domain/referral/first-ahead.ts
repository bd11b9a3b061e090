import { pressing } from './quiet';
import type { Referral } from './referral';

/** The first deadline that has not passed (ms UTC); undefined: none is ahead. */
export function firstAhead(referral: Referral): number | undefined {
  const ahead = pressing(referral).filter(({ state }) => state !== 'passed');
  return ahead.length === 0 ? undefined : Math.min(...ahead.map(({ deadline }) => deadline));
}

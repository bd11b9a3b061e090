import type { ReferralEffect, Settlement } from '../effects';
import type { Facts } from './inputs';
import { audit } from './parts';
import type { Referral } from './referral';

/** Who was reached, by which rule and with what, stays in the record of what happened. */
export const told = (
  referral: Referral,
  effect: ReferralEffect,
  { reached }: Extract<Settlement, { kind: 'done' }>,
  facts: Facts,
): Referral =>
  reached && reached.length > 0
    ? audit(referral, 'told', facts, undefined, {
        to: reached,
        ...('notice' in effect ? { about: effect.notice.kind } : {}),
      })
    : referral;

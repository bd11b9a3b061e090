import { Duration } from 'luxon';
import { REGISTRATION_RULES, type RegistrationRules } from '../domain/referral/registration-rules';
import type { Settings } from './fields';

/** What a deal needs to be registered; what is not set is as Microsoft's pages say. */
export const registrationOf = (s: Settings): RegistrationRules => ({
  ...REGISTRATION_RULES,
  ...(s.REGISTRATION_LEAST_USD !== undefined && { leastUsd: Number(s.REGISTRATION_LEAST_USD) }),
  ...(s.REGISTRATION_AFTER !== undefined && { afterMs: Duration.fromISO(s.REGISTRATION_AFTER).toMillis() }),
  usd: Object.fromEntries(s.USD_RATES.map((pair) => [pair.slice(0, 3), Number(pair.slice(4))] as const)),
});

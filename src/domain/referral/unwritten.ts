import type { Facts } from './inputs';
import { oweRead, oweWrite } from './parts';
import type { Intent, Referral } from './referral';

const DAY_MS = 86_400_000;

/** The projection's key of what Partner Center has not got yet, or not shown. */
export const unwrittenKey = (account: string): string => `unwritten/${account}`;

const waits = ({ state }: Intent): boolean => state !== 'held';

/** Whether something has waited for more than a day to be written or confirmed. `since`: and did not yet at that moment (business time, ms). */
export const waitsTooLong = ({ intents }: Pick<Referral, 'intents'>, now: number, since = 0): boolean =>
  intents.some((one) => waits(one) && one.at + DAY_MS <= now && one.at + DAY_MS > since);

/** What Partner Center has not got yet, or not shown, and nothing is owed for: it is owed again. */
export function writeAgain(referral: Referral, facts: Facts): Referral {
  if (referral.truth !== 'partner-center') return referral;
  return referral.intents.filter(waits).reduce((next, intent) => {
    if (intent.state === 'unconfirmed') return oweRead(next, 'confirm', facts);
    const isOwed = next.outbox.some(
      (effect) => effect.kind === 'write' && effect.intent === intent.id && !effect.dead,
    );
    return isOwed ? next : oweWrite(next, intent.id, facts);
  }, referral);
}

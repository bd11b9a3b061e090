import type { Change } from '../deal/deal';
import { intend } from '../referral/intents';
import type { Referral } from '../referral/referral';
import { undoFor } from './hold';
import { askedOf } from './note';
import type { Doing } from './operation';

/**
 * The referral ended by a person: held for as long as it can be taken back, then written. `registrableAt` (business time, ms): held
 * until then, so that it can be registered.
 */
export function ended(doing: Doing, change: Change, registrableAt?: number): Referral {
  const { referral, current, by, id, facts } = doing;
  const who = { id: by.id, name: by.name };
  const own = { ...referral.own, ended: { at: facts.now, by: who }, ...askedOf(current) };
  const undoable = facts.now + undoFor(doing);
  const waits =
    registrableAt === undefined || registrableAt <= undoable
      ? { holdUntil: undoable }
      : { holdUntil: registrableAt, toRegister: true as const };
  return intend({ ...referral, own }, { id, by: who, change, ...waits }, facts);
}

import type { ReferralKind } from '../record/kind';
import { isOpen } from '../referral/face';
import type { Outcome } from '../referral/inputs';
import { notLeft } from '../referral/intents';
import type { Referral } from '../referral/referral';
import { isTestOver } from '../referral/test-run';
import type { About, ReferralOperation, Standing } from './operation';
import { over } from './over';

/** Why it cannot be done to this referral now, or not by this person; undefined: it can. */
export function notPossible(operation: ReferralOperation, about: About): Outcome | undefined {
  if (isTestOver(about.referral)) return { kind: 'not-now', why: 'test-over' };
  const { stage } = about.current;
  const who = operation.where[stage];
  if (stage === 'archived' && !who) return over(about);
  if (!isOfItsKind(operation, about)) return { kind: 'not-its-kind' };
  if (!who) return isTaken(operation, about) ? taken(about.referral) : tooEarly(operation);
  const hindrance = operation.hindered?.(about);
  if (hindrance?.kind === 'gone-out' && stage === 'archived') return over(about);
  // Where there is nothing to do, nobody need be allowed to.
  if (hindrance?.kind !== 'gone-out' && who === 'involved' && !isInvolved(about))
    return notInvolved(about.referral);
  return hindrance;
}

/** Whether anybody can do it to the referral as it is now: its button stands there for all. */
export const isOffered = (operation: ReferralOperation, standing: Standing): boolean =>
  !isTestOver(standing.referral) &&
  operation.where[standing.current.stage] !== undefined &&
  isOfItsKind(operation, standing) &&
  operation.hindered?.(standing) === undefined;

/** `other` can only be read here. */
export const isForKind = ({ kinds }: ReferralOperation, kind: ReferralKind): boolean =>
  kinds === 'every' || (kinds?.includes(kind) ?? kind !== 'other');

/** A record that is gone is like one in words that we do not know. */
const isOfItsKind = (operation: ReferralOperation, { referral, current }: Standing): boolean =>
  isForKind(operation, isOpen(referral) || current.stage === 'archived' ? current.kind : 'other');

/** Owner, one of the colleagues by address, a manager of the desk, or who made a change that has not left yet. */
function isInvolved({ referral, current, by, facts }: About): boolean {
  if (referral.own.owner?.id === by.id) return true;
  if (facts.desk?.managers.some((manager) => manager.id === by.id)) return true;
  if (notLeft(referral).some((intent) => intent.by.id === by.id)) return true;
  return current.colleagues.some(({ email }) => email !== '' && by.addresses.includes(email.toLowerCase()));
}

/** Its stage has not come yet. */
const tooEarly = ({ where }: ReferralOperation): Outcome => ({
  kind: 'not-now',
  why: where.accepted ? 'not-accepted' : 'not-over',
});

const notInvolved = ({ own }: Referral): Outcome => ({
  kind: 'owner-only',
  ...(own.owner ? { owner: own.owner.name } : {}),
});

/** Somebody has accepted what only a referral without an answer takes. */
const isTaken = ({ where }: ReferralOperation, { current: { stage } }: Standing): boolean =>
  stage === 'accepted' && where.received !== undefined;

function taken({ own: { owner, accepted } }: Referral): Outcome {
  return { kind: 'taken', ...(owner ? { by: owner } : {}), ...(accepted ? { at: accepted.at } : {}) };
}

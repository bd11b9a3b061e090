import { isOpen } from '../referral/face';
import type { Outcome } from '../referral/inputs';
import type { Referral } from '../referral/referral';
import type { About, ReferralOperation } from './operation';

/** Why it cannot be done to this referral now, or not by this person; undefined: it can. */
export function notPossible(operation: ReferralOperation, about: About): Outcome | undefined {
  const { stage, archivedAs } = about.current;
  const who = operation.where[stage];
  if (stage === 'archived' && !who) return archivedAs ? { kind: 'final', archivedAs } : { kind: 'not-now' };
  if (!isOfItsKind(operation, about)) return { kind: 'not-now' };
  if (!who) return stage === 'accepted' ? taken(about.referral) : { kind: 'not-now' };
  return who === 'desk' || isInvolved(about) ? undefined : notInvolved(about.referral);
}

/** A record that is gone, like one in words that we do not know, can only be read. */
function isOfItsKind({ kinds }: ReferralOperation, { referral, current }: About): boolean {
  const kind = isOpen(referral) || current.stage === 'archived' ? current.kind : 'other';
  return kinds ? kinds.includes(kind) : kind !== 'other';
}

/** Owner, one of the colleagues by address, or a manager of the desk. */
function isInvolved({ referral, current, by, facts }: About): boolean {
  if (referral.own.owner?.id === by.id) return true;
  if (facts.desk?.managers.some((manager) => manager.id === by.id)) return true;
  return current.colleagues.some(({ email }) => email !== '' && by.addresses.includes(email.toLowerCase()));
}

const notInvolved = ({ own }: Referral): Outcome => ({
  kind: 'owner-only',
  ...(own.owner ? { owner: own.owner.name } : {}),
});

function taken({ own: { owner, accepted } }: Referral): Outcome {
  return { kind: 'taken', ...(owner ? { by: owner } : {}), ...(accepted ? { at: accepted.at } : {}) };
}

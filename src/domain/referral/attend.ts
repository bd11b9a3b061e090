import { attended } from '../living/attend';
import { change } from '../living/outbox';
import type { Attending, Facts } from './inputs';
import { audit } from './parts';
import type { Referral } from './referral';
import { settle } from './settle';

/** What still has tries left is given up first, so that who wanted it gets back what they wrote. */
export function attend(referral: Referral, { effect: id, wish, by }: Attending, facts: Facts): Referral {
  const effect = referral.outbox.find((one) => one.id === id);
  if (!effect) return referral;
  const noted = audit(referral, wish === 'again' ? 'tried-again' : 'dropped', facts, by);
  if (effect.dead) return attended(noted, id, wish, facts.now);
  if (wish === 'again') return change(noted, id, (one) => ({ ...one, notBefore: facts.now }));
  const givenUp = settle(noted, id, { kind: 'rejected', problem: 'dropped by an admin' }, facts);
  return attended(givenUp, id, 'drop', facts.now);
}

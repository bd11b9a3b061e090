import { attended } from '../living/attend';
import { change, remove } from '../living/outbox';
import { dropped } from './given-up';
import type { Attending, Facts } from './inputs';
import { audit } from './parts';
import type { Referral } from './referral';

/** Of what is dropped while it still has tries left, who wanted it gets back what they wrote. */
export function attend(referral: Referral, { effect: id, wish, by }: Attending, facts: Facts): Referral {
  const effect = referral.outbox.find((one) => one.id === id);
  if (!effect) return referral;
  const noted = audit(referral, wish === 'again' ? 'tried-again' : 'dropped', facts, by);
  if (effect.dead) return attended(noted, id, wish, facts.now);
  if (wish === 'again') return change(noted, id, (one) => ({ ...one, notBefore: facts.now }));
  return dropped(remove(noted, id), effect, by, facts);
}

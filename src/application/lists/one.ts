import type { Person } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import { deskFor } from '../people/membership';
import type { Refusal } from '../people/refusal';
import type { ReferralView } from '../ports/messages';
import { livingReferral } from '../living/living-referral';
import type { World } from '../ports/world';
import { withSeenBefore } from './seen-before';
import { viewOf } from './views';

interface Seen {
  readonly referral: Referral;
  readonly view: ReferralView;
}

/** A referral and how this person sees it, if they may. `id`: the document's. */
export async function seenBy(world: World, id: string, by: Person): Promise<Seen | Refusal> {
  const referral = await livingReferral(world, id);
  if (!referral) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  if (!('zone' in desk)) return desk;
  const view = await viewOf(world, referral, { audience: 'person', person: by }, desk);
  return { referral, view: await withSeenBefore(world, referral, view) };
}

export async function viewOne(
  world: World,
  id: string,
  by: Person,
): Promise<{ readonly kind: 'one'; readonly view: ReferralView } | Refusal> {
  const seen = await seenBy(world, id, by);
  return 'view' in seen ? { kind: 'one', view: seen.view } : seen;
}

import type { Person, Reaching } from '../../domain/person/person';
import { askable, reaching, withoutAsked } from '../../domain/person/reaching';
import { isContacted, isOpen, seen } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import { changeDocument } from '../living/change-document';
import { viewOf } from '../lists/views';
import type { ReferralView } from '../ports/messages';
import { livingReferral } from '../living/living-referral';
import type { World } from '../ports/world';

/** They look how to reach its customer. */
export async function noteReaching(world: World, referral: Referral, { id }: Person): Promise<void> {
  if (!isOpen(referral) || isContacted(referral) || seen(referral).contacts.length === 0) return;
  await changeDocument(world.store, 'person', id, (person) => ({
    document: reaching(person, referral.id, world.clock.now()),
    result: undefined,
  }));
}

/** The referrals whose customer this person was about to reach: each is given once, to be asked how it went. */
export async function toAskAbout(world: World, person: Person): Promise<readonly ReferralView[]> {
  // What was read with the turn says mostly that there is nothing.
  if (askable(person, world.clock.now()).length === 0) return [];
  const changed = await changeDocument(world.store, 'person', person.id, (known) => {
    const asked = askable(known, world.clock.now());
    return { document: asked.length === 0 ? known : withoutAsked(known, asked), result: asked };
  });
  const views = await Promise.all((changed?.result ?? []).map((one) => viewIfOpen(world, person, one)));
  return views.flatMap((view) => (view ? [view] : []));
}

async function viewIfOpen(world: World, person: Person, one: Reaching): Promise<ReferralView | undefined> {
  const referral = await livingReferral(world, one.referral);
  return referral && isOpen(referral) && !isContacted(referral) && !hasSaid(referral, person, one)
    ? viewOf(world, referral, { audience: 'person', person })
    : undefined;
}

/** They have told of themselves how it went. */
const hasSaid = ({ own: { called } }: Referral, { id }: Person, { at }: Reaching): boolean =>
  called?.by.id === id && called.at >= at;

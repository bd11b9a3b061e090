import { doneBefore } from '../../domain/living/document';
import { isFavourite, type Wanted } from '../../domain/person/favourites';
import type { Person } from '../../domain/person/person';
import { stepPerson } from '../living/step-others';
import { deskFor } from '../people/membership';
import type { ReferralView } from '../ports/messages';
import type { World } from '../ports/world';
import type { Refusal } from '../people/refusal';
import { viewOf } from './views';

/** `full`: there are as many as there can be. The view is the person's, as it is now. */
interface Favoured {
  readonly kind: 'favoured' | 'not-favoured' | 'full';
  readonly view: ReferralView;
}

/** Makes it a favourite of this person, or none any more. `command`: done once, however often it is sent. */
export async function favourReferral(
  world: World,
  id: string,
  by: Person,
  wanted: Wanted,
  command: string,
): Promise<Favoured | Refusal> {
  const referral = await world.store.get('referral', id);
  // A test is in no list.
  if (!referral || referral.own.test) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  if (!('zone' in desk)) return desk;
  const person = (await stepPerson(world, by.id, { kind: 'favour', referral: id, wanted, command })) ?? by;
  const view = await viewOf(world, referral, { audience: 'person', person }, desk);
  const is = isFavourite(person, id);
  // It was to be one, nothing was done, and it is none.
  const full = wanted !== 'off' && doneBefore(person, command) === undefined;
  return { kind: is ? 'favoured' : full ? 'full' : 'not-favoured', view };
}

import { doneBefore } from '../../domain/living/document';
import { isFavourite, type Wanted } from '../../domain/person/favourites';
import type { Person } from '../../domain/person/person';
import { DOUBLE } from '../../domain/projection';
import { stepPerson } from '../living/step-others';
import { deskFor } from '../people/membership';
import type { ReferralView } from '../ports/messages';
import { livingReferral } from '../living/living-referral';
import type { World } from '../ports/world';
import type { Refusal } from '../people/refusal';
import { viewOf } from './views';

/** `full`: there are as many as there can be. The view is the person's, as it is now. */
interface Favoured {
  readonly kind: 'favoured' | 'not-favoured' | 'full';
  readonly view: ReferralView;
}

/** A person whose favourites are all there: one that has become part of another document is that one from now on. */
export async function withLivingFavourites(world: World, by: Person): Promise<Person> {
  const { favourites = [] } = by;
  if (favourites.length === 0) return by;
  const { items } = await world.store.list('referral', { ids: favourites, stage: DOUBLE }, favourites.length);
  let person = by;
  for (const { id, own } of items)
    for (const [referral, wanted] of [
      [id, 'off'],
      [own.doubleOf ?? id, 'on'],
    ] as const) {
      const favour = { kind: 'favour' as const, referral, wanted, command: `double/${referral}/${wanted}` };
      person = (await stepPerson(world, by.id, favour)) ?? person;
    }
  return person;
}

/** Makes it a favourite of this person, or none any more. `command`: done once, however often it is sent. */
export async function favourReferral(
  world: World,
  id: string,
  by: Person,
  wanted: Wanted,
  command: string,
): Promise<Favoured | Refusal> {
  const referral = await livingReferral(world, id);
  // A test is in no list.
  if (!referral || referral.own.test) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  if (!('zone' in desk)) return desk;
  const favour = { kind: 'favour' as const, referral: referral.id, wanted, command };
  const person = (await stepPerson(world, by.id, favour)) ?? by;
  const view = await viewOf(world, referral, { audience: 'person', person }, desk);
  const is = isFavourite(person, referral.id);
  // It was to be one, nothing was done, and it is none.
  const full = wanted !== 'off' && doneBefore(person, command) === undefined;
  return { kind: is ? 'favoured' : full ? 'full' : 'not-favoured', view };
}

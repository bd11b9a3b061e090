import { doneBefore, remember } from '../living/document';
import type { Person } from './person';

/** A person's favourites are read whole with each of their lists. */
const MOST = 200;

/** `other`: the other way than it is now. */
export type Wanted = 'on' | 'off' | 'other';

/** `referral`: the document's id. */
export const isFavourite = ({ favourites = [] }: Pick<Person, 'favourites'>, referral: string): boolean =>
  favourites.includes(referral);

/** The person with or without it; as they were when the command is known, nothing changes, or there are as many as there can be. */
export function favour(person: Person, referral: string, wanted: Wanted, command: string): Person {
  const is = isFavourite(person, referral);
  const on = wanted === 'other' ? !is : wanted === 'on';
  const { favourites = [] } = person;
  if (doneBefore(person, command) !== undefined || on === is || (on && favourites.length >= MOST))
    return person;
  const next = on ? [...favourites, referral] : favourites.filter((one) => one !== referral);
  return remember({ ...person, favourites: next }, command, on ? 'favoured' : 'not-favoured');
}

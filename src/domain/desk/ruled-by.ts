import type { ChangedBy } from '../forms/form';
import type { PersonRef } from '../person/person-ref';
import type { Desk, Ruling } from './desk';

/** So many of the newest are enough to name who was at it while a form is open. */
const KEPT = 5;

/** `at`: business time in ms. */
export const withRuling = ({ ruled = [] }: Desk, { id, name }: PersonRef, at: number): readonly Ruling[] =>
  [...ruled, { by: { id, name }, at }].slice(-KEPT);

/** Who chose for a desk since a moment (business time, ms), beside `me`: one person alone, or it may have been several. */
export function ruledBy(
  desk: Pick<Desk, 'ruled'> | undefined,
  since: number,
  me: Pick<PersonRef, 'id'>,
): ChangedBy {
  const rulings = (desk?.ruled ?? []).filter(({ at }) => at >= since);
  const people = new Map(rulings.flatMap(({ by }) => (by.id === me.id ? [] : [[by.id, by.name] as const])));
  const [name, ...others] = people.values();
  return name === undefined || others.length > 0 || rulings.length === KEPT ? 'somebody' : { name };
}

import type { Person, Reaching } from './person';

/** So long a call may take before somebody is asked how it went. */
const CALLING_MS = 600_000;
const MOST = 20;

/** They look how to reach the customer of that referral. */
export const reaching = (person: Person, referral: string, now: number): Person => ({
  ...person,
  reaching: [
    ...(person.reaching ?? []).filter((one) => one.referral !== referral),
    { referral, at: now },
  ].slice(-MOST),
});

/** Those that they can be asked about now. */
export const askable = ({ reaching: all = [] }: Pick<Person, 'reaching'>, now: number): readonly Reaching[] =>
  all.filter(({ at }) => now - at >= CALLING_MS);

/** They are asked about these, and not again. */
export function withoutAsked(person: Person, asked: readonly Reaching[]): Person {
  const { reaching: all = [], ...rest } = person;
  const left = all.filter((one) => asked.every(({ referral }) => referral !== one.referral));
  return left.length === 0 ? rest : { ...rest, reaching: left };
}

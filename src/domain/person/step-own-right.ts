import type { SignedOutWhy } from '../account/signed-out-why';
import { sweep } from '../messages-and-sweeps';
import type { OwnRight } from './own-right';
import type { Person } from './person';

/** What happens to a person's own sign-in. `account`: of Partner Center. */
export type OwnRightInput =
  /** They want to sign in, by a link that holds until then (business time, ms). */
  | { readonly kind: 'signing-in'; readonly ticket: string; readonly account: string; readonly until: number }
  | { readonly kind: 'signed-in'; readonly account: string; readonly right: OwnRight }
  /** It was refused: by Microsoft, or by Partner Center. */
  | { readonly kind: 'right-refused'; readonly account: string; readonly why: SignedOutWhy }
  /** All of theirs are forgotten. */
  | { readonly kind: 'signed-out' };

export function stepOwnRight(person: Person, input: OwnRightInput, now: number): Person {
  switch (input.kind) {
    case 'signing-in': {
      const { ticket, account, until } = input;
      const others = (person.signingIn ?? []).filter((one) => one.account !== account);
      return { ...person, signingIn: [...others, { ticket, account, until }] };
    }
    case 'signed-in':
      return signedIn(person, input.account, input.right, now);
    case 'right-refused': {
      const right = person.rights?.[input.account];
      return !right || right.refused === input.why
        ? person
        : { ...person, rights: { ...person.rights, [input.account]: { ...right, refused: input.why } } };
    }
    case 'signed-out': {
      const { rights: _, signingIn: __, ...rest } = person;
      return person.rights || person.signingIn ? rest : person;
    }
  }
}

/** A link that led to it holds no more; what waited for them is tried again. */
function signedIn(
  { signingIn = [], ...person }: Person,
  account: string,
  right: OwnRight,
  now: number,
): Person {
  const left = signingIn.filter((one) => one.account !== account);
  const known = {
    ...person,
    ...(left.length > 0 && { signingIn: left }),
    rights: { ...person.rights, [account]: right },
  };
  const key = `parked/author-signed-in/${person.id}`;
  return sweep(known, { key }, { kind: 'freed', event: 'author-signed-in' }, now);
}

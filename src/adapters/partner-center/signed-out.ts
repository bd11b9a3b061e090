import type { SignedOutWhy } from '../../domain/account/signed-out-why';

/** The account's sign-in does not work: somebody must sign in again. `message`: the same in plain words, without secrets. */
export class SignedOut extends Error {
  constructor(
    problem: string,
    readonly why: SignedOutWhy,
    cause?: unknown,
  ) {
    super(problem, cause === undefined ? undefined : { cause });
    this.name = 'SignedOut';
  }
}

/** The account's sign-in no longer works: somebody must sign in again. `message`: why, in plain words, without secrets. */
export class SignedOut extends Error {
  constructor(problem: string, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.name = 'SignedOut';
  }
}

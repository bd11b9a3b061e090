import type { Person } from '../../domain/person/person';
import type { SignInCode } from '../ports/ports';
import type { World } from '../ports/world';
import { keepSignedIn } from './signing-in';

/** A code to enter in any browser, or in plain words why there is none. */
export type CodeGiven = { readonly code: SignInCode } | { readonly codeProblem: string };

/**
 * Asks Microsoft for a code; undefined: nobody has to sign in to this account. The sign-in goes on by itself for as long as
 * the code holds (15 minutes), in this process alone.
 */
export async function beginByCode(world: World, id: string, by: Person): Promise<CodeGiven | undefined> {
  const signIn = world.accounts.codeSignInOf?.(id);
  if (!signIn) return undefined;
  return new Promise((resolve) => {
    signIn((code) => {
      resolve({ code });
    })
      .then((signedIn) => keepSignedIn(world, id, by, signedIn))
      .catch((error: unknown) => {
        const codeProblem = error instanceof Error ? error.message : String(error);
        world.log.warn({ account: id, problem: codeProblem }, 'the sign-in with a code did not work');
        resolve({ codeProblem });
      });
  });
}

import { said, type Answer } from '../answers/answer';
import type { Asking } from '../answers/asking';

/** `sign in`: the person themselves, where that is set up; else the account's sign-in, for who sees to it. */
export async function signIn({ turn, useCases }: Asking): Promise<Answer> {
  const own = await useCases.sync.own(turn.person);
  if (own) return own;
  const accounts = await useCases.sync.connections(turn.person);
  return accounts.kind === 'admin-only' ? said('own-sign-in.none') : accounts;
}

export const signOut = async ({ turn, useCases }: Asking): Promise<Answer> =>
  (await useCases.sync.ownSignOut(turn.person)) ?? said('own-sign-in.none');

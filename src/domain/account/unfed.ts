import { tellAbout } from '../messages-and-sweeps';
import type { Account } from './account';

export type UnfedInput =
  /** Some of what it shows waits, because no desk takes it. `customers`: of the first of them; `count`: how many, `more`: and more. */
  | {
      readonly kind: 'fed-nowhere';
      readonly name: string;
      readonly customers: readonly string[];
      readonly count: number;
      readonly more: boolean;
    }
  /** A desk takes what it shows. */
  | { readonly kind: 'fed' };

/** The admins hear of it once, until a desk takes it again. */
export function stepUnfed(account: Account, input: UnfedInput, now: number): Account {
  if (input.kind === 'fed') {
    const { unfedSince: _, ...fed } = account;
    return account.unfedSince === undefined ? account : fed;
  }
  if (account.unfedSince !== undefined) return account;
  const { name, customers, count, more } = input;
  return tellAbout(
    { ...account, unfedSince: now },
    'admins',
    { kind: 'unfed', name, customers, count, more },
    now,
  );
}

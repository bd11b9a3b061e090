import type { Referral } from './referral';

/** The accounts in which Partner Center shows it, the one that it came by first. */
export const accountsOf = ({
  account,
  alsoIn = [],
}: Pick<Referral, 'account' | 'alsoIn'>): readonly [string, ...string[]] => [account, ...alsoIn];

/** It is met in this account. The very same referral where that is known. */
export const seenIn = (referral: Referral, account: string | undefined): Referral =>
  account === undefined || accountsOf(referral).includes(account)
    ? referral
    : { ...referral, alsoIn: [...(referral.alsoIn ?? []), account] };

/** Where several show it: the one by which a change of it was taken. */
export const writtenBy = (referral: Referral, account: string | undefined): Referral =>
  account === undefined || referral.alsoIn === undefined
    ? referral
    : { ...referral, own: { ...referral.own, writtenBy: account } };

/** The accounts by which it is asked after and changed: the one that Partner Center took a change of, then its own organisation's (`ours`), then the others. */
export function waysOf(referral: Referral, ours: ReadonlySet<string>): readonly string[] {
  const all = accountsOf(referral);
  const { writtenBy } = referral.own;
  const rank = (account: string): number => (account === writtenBy ? 0 : ours.has(account) ? 1 : 2);
  return [...all].sort((one, other) => rank(one) - rank(other));
}

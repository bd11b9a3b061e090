import type { RoleSeen } from './role';

/**
 * What an account's sign-in may do at Partner Center: a Referrals admin reads and changes all, a Referrals user only the
 * deals that they are on (Microsoft's permissions page), so that nothing new is found.
 */
export interface Checked {
  /** Business time in ms. */
  readonly at: number;
  /** `nothing`: it sees no record at all, so whether it may change one is not known. */
  readonly found: 'all' | 'reads-only' | 'nothing' | 'failed';
  /** Why it failed, where Partner Center answers: it does not let the account read. */
  readonly forbidden?: true;
  /** Absent: cannot be told. */
  readonly role?: RoleSeen;
  /** Why it failed or may not change, in plain words. */
  readonly problem?: string;
}

/** What ends by itself: the secret of the application, and a refresh token that no newer one has replaced. */
export type RunsOut = 'secret' | 'token';

import type { SignedOutWhy } from '../account/signed-out-why';

/** A person's own sign-in to one account of Partner Center. */
export interface OwnRight {
  /** The newest refresh token: encrypted, with a fingerprint of the setting that it goes with. */
  readonly token: { readonly sealed: string; readonly from: string };
  /** The sign-in name. */
  readonly who?: string;
  /** When they signed in, business time in ms. */
  readonly at: number;
  /** It does not hold any more, and why: they must sign in again. */
  readonly refused?: SignedOutWhy;
}

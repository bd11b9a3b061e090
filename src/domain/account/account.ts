import type { AccountEffect } from '../effects';
import type { DocumentBase } from '../living/document';
import type { SignedOutWhy } from './signed-out-why';

/** One Partner Center tenant. It wakes for its polls, and for what it owes. */
export interface Account extends DocumentBase<AccountEffect> {
  readonly kind: 'account';
  /** The newest `updatedDateTime` read so far, as Partner Center wrote it. */
  readonly watermark?: string;
  /** The organisation whose account it is, as its records have told. */
  readonly organization?: string;
  /** When the last poll ended well, business time in ms. */
  readonly polledAt?: number;
  /** When the next poll is due, business time in ms. */
  readonly pollAt?: number;
  /** How many polls have failed since the last one that did not. */
  readonly failures?: number;
  /** Somebody must sign in again, and why; the admins have been told. Until then only the poll asks, ever more seldom. */
  readonly signedOut?: SignedOutWhy;
  /** Why Partner Center cannot be reached at present, in plain words. */
  readonly problem?: string;
  /** The deal by whose engagement Microsoft was looked for last: the next poll goes on behind it. */
  readonly lookedAt?: { readonly urgency: number; readonly id: string };
  /** The records read for themselves of late, and when (business time, ms): none is read twice within seconds. */
  readonly fetched?: Readonly<Record<string, number>>;
  /** The newest refresh token: encrypted, with a fingerprint of the setting that it came from. */
  readonly token?: { readonly sealed: string; readonly from: string };
}

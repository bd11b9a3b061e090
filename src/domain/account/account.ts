import type { DocumentBase } from '../living/document';

/** One Partner Center tenant. Its wake is the next poll. */
export interface Account extends DocumentBase {
  readonly kind: 'account';
  /** The newest `updatedDateTime` read so far, as Partner Center wrote it. */
  readonly watermark?: string;
  /** The organisation whose account it is, as its records have told. */
  readonly organization?: string;
  /** When the last poll ended well, business time in ms. */
  readonly polledAt?: number;
  /** Why Partner Center cannot be reached at present, in plain words. */
  readonly problem?: string;
  /** The newest refresh token: encrypted, with a fingerprint of the setting that it came from. */
  readonly token?: { readonly sealed: string; readonly from: string };
}

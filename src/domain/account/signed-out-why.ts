/** `mfa`: the sign-in was without multi-factor authentication; `none`: nobody has signed in yet. */
export type SignedOutWhy = 'mfa' | 'refused' | 'none';

import { createHash } from 'node:crypto';
import { seal, unseal } from './sealed';
import { createSignIn, type SignIn, type SignInOptions } from './sign-in';

/** A refresh token as it is stored: encrypted, and a fingerprint of the setting that it came from. */
export interface KeptToken {
  readonly sealed: string;
  readonly from: string;
}

export interface ServiceAccountOptions extends Omit<SignInOptions, 'keepToken'> {
  /** The first encrypts, all decrypt. */
  readonly keys: readonly string[];
  readonly load: () => Promise<KeptToken | undefined>;
  readonly keep: (token: KeptToken) => Promise<void>;
}

/** The setting's refresh token, until the sign-in service gives a newer one: that wins until the setting changes. */
export function createServiceAccount(options: ServiceAccountOptions): () => Promise<string> {
  const { keys, load, keep, ...account } = options;
  const from = createHash('sha256').update(account.refreshToken).digest('base64url');
  let signIn: Promise<SignIn> | undefined;
  const begin = async (): Promise<SignIn> => {
    const kept = await load();
    const newer = kept?.from === from ? unseal(keys, kept.sealed) : undefined;
    return createSignIn({
      ...account,
      refreshToken: newer ?? account.refreshToken,
      keepToken: (token) => keep({ sealed: seal(keys, token), from }),
    });
  };
  return async () => {
    signIn ??= begin().catch((error: unknown) => {
      signIn = undefined;
      throw error;
    });
    return (await signIn).token();
  };
}

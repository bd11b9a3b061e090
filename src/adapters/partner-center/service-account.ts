import { createHash } from 'node:crypto';
import type { SignedInAs } from '../../application/ports/ports';
import type { SignedIn } from './interactive-sign-in';
import { seal, unseal } from './sealed';
import { createSignIn, type SignIn, type SignInOptions } from './sign-in';
import { SignedOut } from './signed-out';

/** A refresh token as it is stored: encrypted, and a fingerprint of the setting that it came from. */
export interface KeptToken {
  readonly sealed: string;
  readonly from: string;
}

export interface ServiceAccountOptions extends Omit<SignInOptions, 'keepToken' | 'refreshToken' | 'turn'> {
  /** The setting's; absent: the one that a sign-in has stored is used. */
  readonly refreshToken?: string;
  /** The first encrypts, all decrypt. */
  readonly keys: readonly string[];
  readonly load: () => Promise<KeptToken | undefined>;
  readonly keep: (token: KeptToken) => Promise<void>;
  /** Does the work when no other process renews this sign-in. */
  readonly inTurn?: (work: () => Promise<void>) => Promise<void>;
}

export interface ServiceAccount {
  /** For these scopes; for the Referrals API when absent. */
  readonly token: (scopes?: readonly string[]) => Promise<string>;
  /** Partner Center has refused the token: the next one comes of what is stored or set then. */
  readonly forget: () => void;
}

const fingerprint = (setting: string | undefined): string =>
  createHash('sha256')
    .update(setting ?? '')
    .digest('base64url');

/** A token as it is stored; it holds until the setting that it came of (or came without) changes. */
export const sealedToken = (
  keys: readonly string[],
  token: string,
  setting: string | undefined,
): KeptToken => ({ sealed: seal(keys, token), from: fingerprint(setting) });

/** What a sign-in has given, as it is stored and told of. */
export const sealedSignIn = (
  keys: readonly string[],
  setting: string | undefined,
  { refreshToken, ...whose }: SignedIn,
): SignedInAs => ({ token: sealedToken(keys, refreshToken, setting), ...whose });

const atOnce: NonNullable<ServiceAccountOptions['inTurn']> = (work) => work();

/** The setting's refresh token, until a sign-in or the sign-in service gives a newer one: that wins until the setting changes. */
export function createServiceAccount(options: ServiceAccountOptions): ServiceAccount {
  const { keys, load, keep, inTurn = atOnce, refreshToken: setting, ...account } = options;
  let signIn: Promise<SignIn> | undefined;
  const stored = async (): Promise<string | undefined> => {
    const kept = await load();
    return kept?.from === fingerprint(setting) ? unseal(keys, kept.sealed) : undefined;
  };
  const begin = async (): Promise<SignIn> => {
    const refreshToken = (await stored()) ?? setting;
    if (refreshToken === undefined)
      throw new SignedOut('nobody has signed in to Partner Center yet: npm run sign-in', 'none');
    const keepToken = (token: string): Promise<void> => keep(sealedToken(keys, token, setting));
    const turn: SignInOptions['turn'] = (renewal) => inTurn(async () => renewal(await stored()));
    return createSignIn({ ...account, refreshToken, keepToken, turn });
  };
  const forget = (): void => {
    signIn = undefined;
  };
  return {
    token: async (scopes) => {
      signIn ??= begin().catch((error: unknown) => {
        forget();
        throw error;
      });
      const begun = await signIn;
      return begun.token(scopes).catch((error: unknown) => {
        // Somebody may sign in meanwhile: what is stored then is looked for at the next call.
        if (error instanceof SignedOut) forget();
        throw error;
      });
    },
    forget,
  };
}

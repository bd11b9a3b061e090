import { AuthError, type AuthenticationResult } from '@azure/msal-node';
import type { Dispatcher } from 'undici';
import { applicationOf, SCOPES, type Application, type ClientOptions } from './application';
import { createAuthorityCalls } from './authority-calls';
import { SignedOut } from './signed-out';

/** A token is renewed this long before it ends, so that no call sets out with one that ends on its way. */
const MARGIN_MS = 5 * 60_000;
/** Below the 8 s of the call that waits for it. */
const TIMEOUT_MS = 7_000;

/** Answers of the sign-in service that no repeat will change: a person or an admin must act. */
const FOR_GOOD = new Set([
  ...['invalid_grant', 'interaction_required', 'login_required', 'consent_required', 'access_denied'],
  ...['invalid_client', 'unauthorized_client', 'invalid_scope', 'invalid_resource'],
]);

export interface SignInOptions extends ClientOptions {
  readonly refreshToken: string;
  /** The sign-in service gave a new refresh token. A rejection costs nothing now: it is called again with the next token. */
  readonly keepToken: (refreshToken: string) => Promise<void>;
  readonly dispatcher?: Dispatcher;
  /** Real time in ms. */
  readonly real?: () => number;
}

export interface SignIn {
  /** An access token, valid for five more minutes at least. Rejects with `SignedOut`, or with any error when it may work later. */
  token(): Promise<string>;
}

/** The service account's delegated sign-in to Partner Center by its refresh token; one renewal at a time. */
export function createSignIn(options: SignInOptions): SignIn {
  const { keepToken, real = Date.now } = options;
  const calls = createAuthorityCalls(options.dispatcher, options.authority);
  let refreshToken = options.refreshToken;
  let unkept: string | undefined;
  let held: { readonly token: string; readonly until: number } | undefined;
  let renewing: Promise<string> | undefined;

  const renew = async (): Promise<string> => {
    const { result, rotated } = await calls.during(TIMEOUT_MS, () =>
      acquire(applicationOf(options, calls.network), refreshToken),
    );
    if (rotated !== undefined && rotated !== refreshToken) refreshToken = unkept = rotated;
    held = { token: result.accessToken, until: (result.expiresOn?.getTime() ?? 0) - MARGIN_MS };
    return result.accessToken;
  };

  const keep = async (): Promise<void> => {
    const kept = unkept;
    if (kept === undefined) return;
    await keepToken(kept).then(
      () => {
        if (unkept === kept) unkept = undefined;
      },
      // The former refresh token is still good: the next token tries again.
      () => undefined,
    );
  };

  return {
    token: async () => {
      if (held && real() < held.until) return held.token;
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      const token = await renewing;
      await keep();
      return token;
    },
  };
}

async function acquire(application: Application, refreshToken: string): Promise<AuthenticationResult> {
  try {
    const result = await application.acquireTokenByRefreshToken({ refreshToken, scopes: SCOPES });
    if (result?.accessToken) return result;
  } catch (error) {
    if (error instanceof AuthError && FOR_GOOD.has(error.errorCode)) {
      throw new SignedOut(
        `Microsoft's sign-in refuses the service account (${error.errorCode}): sign in again`,
        /AADSTS5007[69]\b/.test(error.errorMessage) ? 'mfa' : 'refused',
        error,
      );
    }
    throw error;
  }
  throw new Error('the sign-in service gave no token');
}

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
  /** The sign-in service gave a new refresh token. A rejection costs nothing now: it is called again with the next renewal. */
  readonly keepToken: (refreshToken: string) => Promise<void>;
  /** Lets this process renew when no other does, from the newest refresh token that any of them has stored. */
  readonly turn?: (renewal: (stored: string | undefined) => Promise<void>) => Promise<void>;
  readonly dispatcher?: Dispatcher;
  /** Real time in ms. */
  readonly real?: () => number;
}

export interface SignIn {
  /**
   * An access token for these scopes (the Referrals API's when absent), valid for five more minutes at least. Rejects with
   * `SignedOut`, or with any error when it may work later.
   */
  token(scopes?: readonly string[]): Promise<string>;
}

interface Held {
  readonly token: string;
  /** Real time in ms. */
  readonly until: number;
}

const unlimited: NonNullable<SignInOptions['turn']> = (renewal) => renewal(undefined);

/** The service account's delegated sign-in to Partner Center by its refresh token; one renewal at a time. */
export function createSignIn(options: SignInOptions): SignIn {
  const { keepToken, turn = unlimited, real = Date.now } = options;
  const calls = createAuthorityCalls(options.dispatcher, options.authority);
  let refreshToken = options.refreshToken;
  let unkept: string | undefined;
  const held = new Map<string, Held>();
  const waiting = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();

  const keep = async (): Promise<void> => {
    const kept = unkept;
    if (kept === undefined) return;
    await keepToken(kept).then(
      () => {
        if (unkept === kept) unkept = undefined;
      },
      // The former refresh token is still good: the next renewal tries again.
      () => undefined,
    );
  };

  const renew = async (scopes: readonly string[], key: string, stored?: string): Promise<void> => {
    // What could not be stored is newer than what is.
    if (stored !== undefined && unkept === undefined) refreshToken = stored;
    const { result, rotated } = await calls.during(TIMEOUT_MS, () =>
      acquire(applicationOf(options, calls.network), refreshToken, scopes),
    );
    if (rotated !== undefined && rotated !== refreshToken) refreshToken = unkept = rotated;
    held.set(key, { token: result.accessToken, until: (result.expiresOn?.getTime() ?? 0) - MARGIN_MS });
    await keep();
  };

  /** After the one that runs: they share a refresh token. Who comes meanwhile has what this one brings, or fails with it. */
  const begin = (scopes: readonly string[], key: string): Promise<void> => {
    const mine = last.catch(() => undefined).then(() => turn((stored) => renew(scopes, key, stored)));
    last = mine;
    waiting.set(key, mine);
    return mine.finally(() => waiting.delete(key));
  };

  const fresh = (key: string): Held | undefined => {
    const one = held.get(key);
    return one && real() < one.until ? one : undefined;
  };

  return {
    token: async (scopes = SCOPES) => {
      const key = scopes.join(' ');
      const ready = fresh(key);
      if (ready) return ready.token;
      await (waiting.get(key) ?? begin(scopes, key));
      const one = held.get(key);
      if (!one) throw new Error('the sign-in service gave no token');
      return one.token;
    },
  };
}

async function acquire(
  application: Application,
  refreshToken: string,
  scopes: readonly string[],
): Promise<AuthenticationResult> {
  try {
    const result = await application.acquireTokenByRefreshToken({ refreshToken, scopes: [...scopes] });
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

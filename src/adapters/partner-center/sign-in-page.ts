import { createHash, createHmac } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { SignInPage } from '../../application/ports/ports';
import { SIGN_IN_PATH } from '../../application/sync/signing-in';
import { applicationOf, PUBLIC_LOGIN, SCOPES, type ClientOptions } from './application';
import { createAuthorityCalls } from './authority-calls';
import { signedInBy } from './interactive-sign-in';
import { inRefusalWords } from './refusal-words';
import { sealedSignIn } from './service-account';

/** Of each of the two steps, whose calls have it in all. */
const LIMIT_MS = 10_000;

export interface SignInPageOptions extends ClientOptions {
  /** The desk's own address, as people's browsers reach it. */
  readonly publicUrl: () => string;
  /** What encrypts the token that is stored. */
  readonly keys: readonly string[];
  /** The setting's refresh token, which a sign-in goes before. */
  readonly setting: string | undefined;
  /** Whether to choose among the accounts of the browser is enough; else they sign in anew. */
  readonly prompt?: 'login' | 'select_account';
  readonly dispatcher?: Dispatcher;
}

/**
 * The authorization-code flow with PKCE (RFC 7636), back to the desk's own address, which must stand among the redirect
 * addresses of the Entra application. The proof is made of the ticket and the desk's key: any process can end what
 * another has begun.
 */
export function createSignInPage(options: SignInPageOptions): SignInPage {
  const { publicUrl, keys, setting, prompt = 'login', authority = PUBLIC_LOGIN } = options;
  const redirectUri = (): string => `${publicUrl()}${SIGN_IN_PATH}/done`;
  const verifierOf = (ticket: string): string =>
    createHmac('sha256', keys[0] ?? '')
      .update(`pkce ${ticket}`)
      .digest('base64url');
  return {
    link: (ticket) => `${publicUrl()}${SIGN_IN_PATH}/${ticket}`,
    address: async (ticket) => {
      const codeChallenge = createHash('sha256').update(verifierOf(ticket)).digest('base64url');
      const calls = createAuthorityCalls(options.dispatcher, options.authority);
      const application = applicationOf(options, calls.network);
      const { result } = await calls.during(LIMIT_MS, () =>
        application.getAuthCodeUrl({
          ...{ scopes: SCOPES, redirectUri: redirectUri(), state: ticket, prompt },
          ...{ codeChallenge, codeChallengeMethod: 'S256' },
        }),
      );
      return result.replace(PUBLIC_LOGIN, authority);
    },
    redeem: async (ticket, code) => {
      const signedIn = await inRefusalWords(
        signedInBy({ ...options, patienceMs: LIMIT_MS }, (application) =>
          application.acquireTokenByCode({
            ...{ scopes: SCOPES, redirectUri: redirectUri() },
            ...{ code, codeVerifier: verifierOf(ticket) },
          }),
        ),
      );
      return sealedSignIn(keys, setting, signedIn);
    },
  };
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CryptoProvider, type AuthenticationResult } from '@azure/msal-node';
import type { Dispatcher } from 'undici';
import { applicationOf, PUBLIC_LOGIN, SCOPES, type Application, type ClientOptions } from './application';
import { within } from '../../platform/time-limit';
import { createAuthorityCalls } from './authority-calls';

/** A person has so long to sign in, real time. */
const PATIENCE_MS = 15 * 60_000;

export interface InteractiveOptions extends ClientOptions {
  /** Something to read or to open: an address, a code, what to do with them. */
  readonly say: (line: string) => void;
  /** Real time; 15 minutes when absent. */
  readonly patienceMs?: number;
  readonly dispatcher?: Dispatcher;
}

/** What the sign-in gave. `mfa`: whether its token says so; absent when it does not tell. */
export interface SignedIn {
  readonly refreshToken: string;
  readonly who?: string;
  /** Entra's id of who it is, and the tenant that it is of. */
  readonly aadObjectId?: string;
  readonly tenant?: string;
  readonly mfa?: boolean;
}

/**
 * The authorization-code flow with PKCE (RFC 7636) and a redirect to this machine (RFC 8252 §7.3): the person signs in in
 * a browser here. Throws in plain words when it does not come to an end.
 */
export function signInByBrowser(options: InteractiveOptions): Promise<SignedIn> {
  return signedInBy(options, async (application) => {
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const state = new CryptoProvider().createNewGuid();
    const door = await openDoor(state);
    try {
      const address = await application.getAuthCodeUrl({
        scopes: SCOPES,
        redirectUri: door.address,
        state,
        prompt: 'login',
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
      });
      options.say('Open this address in a browser on this machine, and sign in as the service account:');
      options.say(address.replace(PUBLIC_LOGIN, options.authority ?? PUBLIC_LOGIN));
      const code = await within(options.patienceMs ?? PATIENCE_MS, nobodyCame, () => door.code);
      return await application.acquireTokenByCode({
        scopes: SCOPES,
        redirectUri: door.address,
        code,
        codeVerifier: verifier,
      });
    } finally {
      door.close();
    }
  });
}

/** The device-code flow (RFC 8628), for a machine without a browser. Many tenants have it switched off. */
export function signInByDeviceCode({
  show,
  clientSecret: _,
  ...open
}: Omit<InteractiveOptions, 'say'> & {
  readonly show: (address: string, code: string) => void;
}): Promise<SignedIn> {
  return signedInBy(open, async (application) => {
    if (!('acquireTokenByDeviceCode' in application)) return null;
    return application.acquireTokenByDeviceCode({
      scopes: SCOPES,
      timeout: (open.patienceMs ?? PATIENCE_MS) / 1_000,
      // Called with nothing, too, where Microsoft has refused: that comes as an error.
      deviceCodeCallback: ({ verificationUri, userCode }) => {
        if (userCode) show(verificationUri, userCode);
      },
    });
  });
}

/** What a flow gives, whose calls have the options' patience in all. Throws in plain words when there is no refresh token. */
export async function signedInBy(
  options: Omit<InteractiveOptions, 'say'>,
  flow: (application: Application) => Promise<AuthenticationResult | null>,
): Promise<SignedIn> {
  const calls = createAuthorityCalls(options.dispatcher, options.authority);
  const application = applicationOf(options, calls.network);
  const { result, rotated } = await calls.during(options.patienceMs ?? PATIENCE_MS, () => flow(application));
  if (!result || rotated === undefined)
    throw new Error('Microsoft gave no refresh token: allow the application offline access');
  const who = result.account?.username;
  const mfa = mfaOf(result);
  const { uniqueId, tenantId } = result;
  return {
    refreshToken: rotated,
    ...(who ? { who } : {}),
    ...(uniqueId && { aadObjectId: uniqueId }),
    ...(tenantId && { tenant: tenantId }),
    ...(mfa === undefined ? {} : { mfa }),
  };
}

/** Claim `amr` of the access token: how the person has proven who they are. */
function mfaOf({ accessToken }: AuthenticationResult): boolean | undefined {
  try {
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
      readonly amr?: unknown;
    };
    return Array.isArray(claims.amr) ? claims.amr.includes('mfa') : undefined;
  } catch {
    return undefined;
  }
}

interface Door {
  /** The redirect address. Entra takes any port for `http://localhost` of a public client. */
  readonly address: string;
  readonly code: Promise<string>;
  close(): void;
}

const DONE = 'You are signed in. You can close this window and go back to the terminal.';
const NOT_DONE = 'The sign-in did not work. The terminal says why.';

const nobodyCame = (): Error => new Error('nobody signed in in time');

/** Waits on loopback for the browser to come back with a code; what does not carry `state` is not ours. */
async function openDoor(state: string): Promise<Door> {
  const server = createServer();
  const code = new Promise<string>((resolve, reject) => {
    server.on('request', (request, response) => {
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
      const mine = query.get('state') === state;
      const given = mine ? query.get('code') : null;
      response.statusCode = mine ? 200 : 404;
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.setHeader('connection', 'close');
      response.end(given === null ? NOT_DONE : DONE);
      if (given !== null) resolve(given);
      else if (mine) reject(new Error(`Microsoft did not sign in (${errorCode(query)})`));
    });
  });
  code.catch(() => undefined);
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}`, code, close: () => void server.close() };
}

const errorCode = (query: URLSearchParams): string =>
  /^[\w.-]{1,60}$/.exec(query.get('error') ?? '')?.[0] ?? 'no code came';

/** Only this machine can reach it; a browser may take `localhost` for either of its addresses. */
function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: 'localhost' }, resolve);
  });
}

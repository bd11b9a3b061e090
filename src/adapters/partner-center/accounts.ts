import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../application/ports/store';
import type { Accounts } from '../../application/ports/world';
import { knownApart } from '../../application/sync/known-apart';
import { inTurn } from '../../application/sync/renewal-turn';
import { keepToken, keptToken } from '../../application/sync/service-token';
import { EVENT_SCOPES, type ClientOptions } from './application';
import { createPartnerCenter } from './client';
import { createOwnRights } from './own-rights';
import { createSignInByCode } from './sign-in-by-code';
import { createSignInPage } from './sign-in-page';
import { createRegistration } from './webhook/registration';
import { createServiceAccount, type ServiceAccountOptions } from './service-account';

/** `organizationId`: the account's own organisation in Partner Center; absent: learnt from records. */
export interface Credentials extends Pick<
  ServiceAccountOptions,
  'tenantId' | 'clientId' | 'clientSecret' | 'refreshToken' | 'authority'
> {
  /** The day on which the application's secret ends, YYYY-MM-DD. */
  readonly secretEnds?: string;
  readonly organizationId?: string;
  /** What people call it. */
  readonly name?: string;
}

/** No Partner Center: the store is the truth. */
export const standsAlone = (): Accounts => ({ keys: ['desk'], of: () => undefined });

export interface LiveOptions {
  readonly accounts: readonly Credentials[];
  readonly url: string;
  /** Where webhooks are registered, and the desk's own address for events (undefined: none). */
  readonly eventsUrl: string;
  readonly ownEvents: () => string | undefined;
  /** What encrypts the tokens that are stored: the first encrypts, all decrypt. */
  readonly keys: readonly string[];
  readonly store: Store;
  /** The desk's own address, as browsers reach it; absent: not known, so nobody signs in there. */
  readonly publicUrl?: () => string;
  /** The application's id URI: people may sign in themselves; absent: they may not. */
  readonly ssoUri?: string | undefined;
  /** Real time in ms. */
  readonly real: () => number;
}

/** Each account with its own sign-in and client, by its tenant. Throws when there is none. */
export function liveAccounts(options: LiveOptions): Accounts {
  const { accounts } = options;
  const parts = new Map(accounts.map((account) => [account.tenantId, partsOf(account, options)]));
  const settings = new Map(accounts.map((account) => [account.tenantId, account]));
  const [first, ...others] = parts.keys();
  if (first === undefined) throw new Error('PARTNER_CENTER=live needs an account');
  return {
    keys: [first, ...others],
    of: (account) => parts.get(account)?.client,
    signIn: true,
    ownRightOf: (account) => parts.get(account)?.own,
    signInOf: (account) => parts.get(account)?.page,
    codeSignInOf: (account) => parts.get(account)?.byCode,
    secretEndsOf: (account) => dayOf(settings.get(account)?.secretEnds),
    eventsOf: (account) => parts.get(account)?.events,
    nameOf: (account) => settings.get(account)?.name,
    organizationOf: (account) => settings.get(account)?.organizationId,
  };
}

function partsOf(
  { organizationId: _, secretEnds: __, name: ___, ...account }: Credentials,
  { accounts, url, eventsUrl, ownEvents, keys, store, publicUrl, ssoUri, real }: LiveOptions,
) {
  const id = account.tenantId;
  const setting = account.refreshToken;
  const signIn = createServiceAccount({
    ...account,
    keys,
    load: () => keptToken(store, id),
    keep: (kept) => keepToken(store, id, kept, real()),
    inTurn: (work) => inTurn({ store, real, pause, newId: randomUUID }, { kind: 'account', id }, work),
  });
  // Teams gives tokens for one application alone.
  const uri = accounts.length === 1 ? ssoUri : undefined;
  const own = { ...withoutToken(account), url, store, keys, real, ...(uri !== undefined && { uri }) };
  return {
    client: createPartnerCenter({ baseUrl: () => url, ...signIn, knownApart: knownApart(store, id) }),
    events: createRegistration({
      baseUrl: () => eventsUrl,
      eventsUrl: ownEvents,
      token: () => signIn.token(EVENT_SCOPES),
    }),
    page: publicUrl && createSignInPage({ ...account, publicUrl, keys, setting }),
    byCode: createSignInByCode({ ...account, keys, setting }),
    own: publicUrl && ssoUri !== undefined ? createOwnRights({ ...own, publicUrl }) : undefined,
  };
}

const withoutToken = ({ refreshToken: _, ...client }: Credentials): ClientOptions => client;

const dayOf = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`);

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../application/ports/store';
import type { Accounts } from '../../application/ports/world';
import { knownApart } from '../../application/sync/known-apart';
import { inTurn } from '../../application/sync/renewal-turn';
import { keepToken, keptToken } from '../../application/sync/service-token';
import { EVENT_SCOPES } from './application';
import { createPartnerCenter } from './client';
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

/** Each account with its own sign-in and client, by its tenant. Throws when there is none. */
export function liveAccounts(options: {
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
  /** Real time in ms. */
  readonly real: () => number;
}): Accounts {
  const { url, eventsUrl, ownEvents, keys, store, publicUrl, real } = options;
  const clients = new Map(
    options.accounts.map(({ organizationId: _, secretEnds: __, name: ___, ...account }) => {
      const id = account.tenantId;
      const signIn = createServiceAccount({
        ...account,
        keys,
        load: () => keptToken(store, id),
        keep: (kept) => keepToken(store, id, kept, real()),
        inTurn: (work) => inTurn({ store, real, pause, newId: randomUUID }, id, work),
      });
      const client = createPartnerCenter({
        ...{ baseUrl: () => url, ...signIn },
        knownApart: knownApart(store, id),
      });
      const events = createRegistration({
        baseUrl: () => eventsUrl,
        eventsUrl: ownEvents,
        token: () => signIn.token(EVENT_SCOPES),
      });
      const page =
        publicUrl && createSignInPage({ ...account, publicUrl, keys, setting: account.refreshToken });
      const byCode = createSignInByCode({ ...account, keys, setting: account.refreshToken });
      return [id, { client, events, page, byCode }] as const;
    }),
  );
  const [first, ...others] = clients.keys();
  if (first === undefined) throw new Error('PARTNER_CENTER=live needs an account');
  return {
    keys: [first, ...others],
    of: (account) => clients.get(account)?.client,
    signIn: true,
    signInOf: (account) => clients.get(account)?.page,
    codeSignInOf: (account) => clients.get(account)?.byCode,
    secretEndsOf: (account) => dayOf(options.accounts.find((one) => one.tenantId === account)?.secretEnds),
    eventsOf: (account) => clients.get(account)?.events,
    nameOf: (account) => options.accounts.find((one) => one.tenantId === account)?.name,
    organizationOf: (account) => options.accounts.find((one) => one.tenantId === account)?.organizationId,
  };
}

const dayOf = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`);

import type { PartnerCenter } from '../../application/ports/ports';
import type { Store } from '../../application/ports/store';
import type { Accounts } from '../../application/ports/world';
import { keepToken, keptToken } from '../../application/sync/service-token';
import { createPartnerCenter } from './client';
import { createServiceAccount, type ServiceAccountOptions } from './service-account';

/** `organizationId`: the account's own organisation in Partner Center; absent: learnt from records. */
export interface Credentials extends Pick<
  ServiceAccountOptions,
  'tenantId' | 'clientId' | 'clientSecret' | 'refreshToken'
> {
  readonly organizationId?: string;
}

/** No Partner Center: the store is the truth. */
export const standsAlone = (): Accounts => ({ keys: ['desk'], of: () => undefined });

export const oneAccount = (key: string, client: PartnerCenter, organizationId?: string): Accounts => ({
  keys: [key],
  organizationOf: () => organizationId,
  of: (account) => (account === key ? client : undefined),
});

/** Each account with its own sign-in and client, by its tenant. Throws when there is none. */
export function liveAccounts(options: {
  readonly accounts: readonly Credentials[];
  readonly url: string;
  /** What encrypts the tokens that are stored: the first encrypts, all decrypt. */
  readonly keys: readonly string[];
  readonly store: Store;
}): Accounts {
  const { url, keys, store } = options;
  const clients = new Map(
    options.accounts.map(({ organizationId: _, ...account }) => {
      const id = account.tenantId;
      const signIn = createServiceAccount({
        ...account,
        keys,
        load: () => keptToken(store, id),
        keep: (kept) => keepToken(store, id, kept),
      });
      return [id, createPartnerCenter({ baseUrl: () => url, ...signIn })] as const;
    }),
  );
  const [first, ...others] = clients.keys();
  if (first === undefined) throw new Error('PARTNER_CENTER=live needs an account');
  return {
    keys: [first, ...others],
    of: (account) => clients.get(account),
    organizationOf: (account) => options.accounts.find((one) => one.tenantId === account)?.organizationId,
  };
}

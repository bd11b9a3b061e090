import { createPartnerCenter } from '../adapters/partner-center/client';
import { SignedOut } from '../adapters/partner-center/signed-out';
import type { OwnRights, PartnerCenter } from '../application/ports/ports';
import type { Store } from '../application/ports/store';
import { SIGN_IN_PATH } from '../application/sync/signing-in';
import { ownToken } from '../application/sync/own-token';
import { PERSON_TOKEN } from './program-token';
import type { Sandbox } from './sandbox';
import { signInAddressOf } from './sign-in-page';
import { findPerson, TENANT } from './teams/world';

/** The sandbox's people sign in on its own page; what is kept of that is no secret, as nobody else's Partner Center takes it. */
export function sandboxOwnRights(
  { partnerCenterUrl, signedIn }: Pick<Sandbox, 'partnerCenterUrl' | 'signedIn'>,
  {
    store,
    account,
    publicUrl,
  }: { readonly store: Store; readonly account: string; readonly publicUrl: () => string },
): OwnRights {
  const clients = new Map<string, PartnerCenter>();
  const begin = (person: string): PartnerCenter =>
    createPartnerCenter({
      baseUrl: partnerCenterUrl,
      token: async () => {
        const token = await ownToken(store, person, account);
        if (!token) throw new SignedOut('they have not signed in', 'none');
        return token.sealed;
      },
    });
  return {
    page: {
      link: (ticket) => `${publicUrl()}${SIGN_IN_PATH}/${ticket}`,
      address: async (ticket) => signInAddressOf(publicUrl(), ticket),
      redeem: async (_, code) => {
        const person = findPerson(code);
        if (person?.aadObjectId !== code) throw new Error('the sandbox knows nobody by that code');
        await signedIn(person);
        const token = { sealed: `${PERSON_TOKEN}${code}`, from: 'sandbox' };
        return { token, who: person.userPrincipalName, aadObjectId: code, tenant: TENANT, mfa: true };
      },
    },
    client: (person) => {
      const client = clients.get(person) ?? begin(person);
      clients.set(person, client);
      return client;
    },
    forget: (person) => void clients.delete(person),
  };
}

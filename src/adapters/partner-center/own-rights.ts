import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Agent } from 'undici';
import type { OwnRights, PartnerCenter } from '../../application/ports/ports';
import type { Store } from '../../application/ports/store';
import { knownApart } from '../../application/sync/known-apart';
import { keepOwnToken, ownToken } from '../../application/sync/own-token';
import { inTurn } from '../../application/sync/renewal-turn';
import { SCOPES, type ClientOptions } from './application';
import { createPartnerCenter } from './client';
import { signedInBy } from './interactive-sign-in';
import { inRefusalWords } from './refusal-words';
import { createServiceAccount, sealedSignIn } from './service-account';
import { createSignInPage } from './sign-in-page';

/** Access tokens of so many people are held. */
const MOST_PEOPLE = 500;
/** Teams waits ten seconds for an answer. */
const EXCHANGE_MS = 7_000;

export interface OwnRightsOptions extends ClientOptions {
  /** Scheme and host of the Referrals API. */
  readonly url: string;
  readonly store: Store;
  /** What encrypts the tokens that are stored: the first encrypts, all decrypt. */
  readonly keys: readonly string[];
  readonly publicUrl: () => string;
  /** The application's id URI, by which Teams gives a person's token for it; absent: people sign in on the page alone. */
  readonly uri?: string;
  /** Real time in ms. */
  readonly real: () => number;
}

interface Held {
  readonly client: PartnerCenter;
  readonly forget: () => void;
}

/**
 * People's own sign-ins to one account: each with a refresh token of their own, kept and renewed as the account's is. It comes from
 * the sign-in page, or from Teams' token by the on-behalf-of flow (learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow),
 * for which the application must have a secret.
 */
export function createOwnRights(options: OwnRightsOptions): OwnRights {
  const { url, store, keys, publicUrl, uri, real, ...client } = options;
  const { tenantId, clientSecret } = client;
  const dispatcher = new Agent({ connect: { timeout: 8_000 } });
  const held = new LRUCache<string, Held>({ max: MOST_PEOPLE });
  const begin = (person: string): Held => {
    const signIn = createServiceAccount({
      ...client,
      keys,
      load: () => ownToken(store, person, tenantId),
      keep: (token) => keepOwnToken(store, person, tenantId, token),
      inTurn: (work) =>
        inTurn({ store, real, pause, newId: randomUUID }, { kind: 'person', id: person }, work),
    });
    return {
      client: createPartnerCenter({
        baseUrl: () => url,
        ...signIn,
        dispatcher,
        knownApart: knownApart(store, tenantId),
      }),
      forget: signIn.forget,
    };
  };
  const exchange = async (given: string) =>
    sealedSignIn(
      keys,
      undefined,
      await inRefusalWords(
        signedInBy({ ...client, patienceMs: EXCHANGE_MS }, async (application) =>
          'acquireTokenOnBehalfOf' in application
            ? application.acquireTokenOnBehalfOf({ oboAssertion: given, scopes: SCOPES })
            : null,
        ),
      ),
    );
  return {
    page: createSignInPage({ ...client, publicUrl, keys, setting: undefined, prompt: 'select_account' }),
    ...(uri !== undefined && clientSecret !== undefined && { exchange: { uri, redeem: exchange } }),
    client: (person) => {
      const one = held.get(person) ?? begin(person);
      held.set(person, one);
      return one.client;
    },
    forget: (person) => {
      held.get(person)?.forget();
      held.delete(person);
    },
  };
}

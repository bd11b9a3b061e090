import { createPartnerCenter } from '../adapters/partner-center/client';
import { createRegistration } from '../adapters/partner-center/webhook/registration';
import type { Store } from '../application/ports/store';
import { knownApart } from '../application/sync/known-apart';
import type { Accounts } from '../application/ports/world';
import { EVENTS_TOKEN, PROGRAM_TOKEN } from './program-token';
import type { Sandbox } from './sandbox';

const KEY = 'sandbox';

/** The program's account in the sandbox's Partner Center. `ownEvents`: where it wants to be told of changes; undefined: nowhere. */
export function sandboxAccount(
  { partnerCenterUrl }: Sandbox,
  store: Store,
  ownEvents: () => string | undefined,
  organizationId?: string,
): Accounts {
  const client = createPartnerCenter({
    baseUrl: partnerCenterUrl,
    token: () => Promise.resolve(PROGRAM_TOKEN),
    knownApart: knownApart(store, KEY),
  });
  const registration = createRegistration({
    baseUrl: partnerCenterUrl,
    eventsUrl: ownEvents,
    token: () => Promise.resolve(EVENTS_TOKEN),
  });
  return {
    keys: [KEY],
    of: (account) => (account === KEY ? client : undefined),
    eventsOf: (account) => (account === KEY ? registration : undefined),
    organizationOf: () => organizationId,
  };
}

import { createPartnerCenter } from '../adapters/partner-center/client';
import { createRegistration } from '../adapters/partner-center/webhook/registration';
import type { Store } from '../application/ports/store';
import { knownApart } from '../application/sync/known-apart';
import type { Accounts } from '../application/ports/world';
import { EVENTS_TOKEN, PROGRAM_TOKEN } from './program-token';
import type { Sandbox } from './sandbox';
import { sandboxOwnRights } from './sandbox-own-rights';

const KEY = 'sandbox';

export interface SandboxAccountOptions {
  readonly store: Store;
  /** Where it wants to be told of changes; undefined: nowhere. */
  readonly ownEvents: () => string | undefined;
  readonly publicUrl: () => string;
  readonly organizationId: string | undefined;
}

/** The program's account in the sandbox's Partner Center, and its people's own sign-ins there. */
export function sandboxAccount(
  sandbox: Sandbox,
  { store, ownEvents, publicUrl, organizationId }: SandboxAccountOptions,
): Accounts {
  const { partnerCenterUrl } = sandbox;
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
  const own = sandboxOwnRights(sandbox, { store, account: KEY, publicUrl });
  return {
    keys: [KEY],
    of: (account) => (account === KEY ? client : undefined),
    eventsOf: (account) => (account === KEY ? registration : undefined),
    ownRightOf: (account) => (account === KEY ? own : undefined),
    organizationOf: () => organizationId,
  };
}

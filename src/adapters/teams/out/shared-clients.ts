import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';

/** Service URLs come from outside, so that there is an end to them. */
const MOST = 500;

/** What is made for a key, kept for whoever asks next unless it failed. */
function kept<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const made = new LRUCache<string, Promise<T>>({ max: MOST });
  return (key, make) => {
    const known = made.get(key);
    if (known) return known;
    const making = make();
    made.set(key, making);
    making.catch(() => made.delete(key));
    return making;
  };
}

/** For whom a client signs in: the bot, as the check of a token has found it; '' where nobody signs in. */
const botOf = (identity: ClaimsIdentity): string =>
  identity.getClaimValue(AuthenticationConstants.AudienceClaim) ??
  identity.getClaimValue(AuthenticationConstants.AppIdClaim) ??
  '';

type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

class SharedFactory extends ConnectorFactory {
  constructor(private readonly clientFor: (serviceUrl: string, audience?: string) => Promise<Connector>) {
    super();
  }

  create(serviceUrl: string, audience?: string): Promise<Connector> {
    return this.clientFor(serviceUrl, audience);
  }
}

/**
 * The SDK's check of callers and its clients of Teams. The SDK makes two clients in each turn, each with a pipeline and
 * credentials of its own; they keep nothing of the turn, so that here one serves all turns of a service URL.
 */
export class SharedClients extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = kept<Connector>();
  private readonly userTokens = kept<UserTokenClient>();

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const checked = await super.authenticateRequest(activity, header);
    return { ...checked, connectorFactory: this.createConnectorFactory(checked.claimsIdentity) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const own = super.createConnectorFactory(identity);
    return new SharedFactory((serviceUrl, audience) =>
      this.connectors(JSON.stringify([botOf(identity), serviceUrl, audience]), () =>
        own.create(serviceUrl, audience),
      ),
    );
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.userTokens(botOf(identity), () => super.createUserTokenClient(identity));
  }
}

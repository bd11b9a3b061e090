import { X509Certificate } from 'node:crypto';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  ConnectorFactory,
  TeamsConnectorClient,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type UserTokenClient,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { shareSigningKeys } from './signing-keys';
import { TakenUnread } from './no-delivery';
import { onceMore } from './once-more';
import { createWire, type WireOptions } from './wire';

/** The bot's registration. Without `appId` nobody signs in and every caller is believed: for the sandbox only. */
export interface BotRegistration {
  readonly appId?: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId?: string;
  readonly password?: string;
  /** Instead of a password: the certificate and its private key, both PEM. */
  readonly certificatePem?: string;
  readonly certificateKeyPem?: string;
}

/** One HTTP attempt to Teams takes at most this long. */
export const CALL_LIMIT_MS = 8000;

/** The SDK would run `openssl` for this. Microsoft Entra knows a certificate by the SHA-1 of its DER form, in hex. */
const thumbprintOf = (pem: string): string => new X509Certificate(pem).fingerprint.replaceAll(':', '');

/** Under the names that the SDK reads; it makes the right kind of credentials from them. */
function settingsOf(bot: BotRegistration): ConfigurationBotFrameworkAuthenticationOptions {
  if (bot.appId === undefined) return {};
  return {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.appType,
    ...(bot.tenantId !== undefined && { MicrosoftAppTenantId: bot.tenantId }),
    ...(bot.password !== undefined && { MicrosoftAppPassword: bot.password }),
    ...(bot.certificatePem !== undefined && { CertificateThumbprint: thumbprintOf(bot.certificatePem) }),
    ...(bot.certificateKeyPem !== undefined && { CertificatePrivateKey: bot.certificateKeyPem }),
  };
}

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
class SharedClients extends ConfigurationBotFrameworkAuthentication {
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

/** What Teams took without saying under which id has been said. */
function unplaced(error: unknown): ResourceResponse[] {
  if (error instanceof TakenUnread) return [];
  throw error;
}

/** CloudAdapter with one attempt a call, and with doors of its own to the connector and to a turn. */
export class TeamsAdapter extends CloudAdapter {
  /** Whether callers must prove who they are. */
  readonly authenticates: boolean;

  constructor(
    private readonly bot: BotRegistration,
    private readonly wire: ReturnType<typeof createWire>,
  ) {
    const options = { httpClient: wire };
    super(new SharedClients(settingsOf(bot), undefined, undefined, undefined, options));
    this.authenticates = bot.appId !== undefined;
  }

  /** The Bot Connector REST API behind a service URL, outside any turn. Each call of it is one HTTP attempt. */
  async connectorFor(serviceUrl: string) {
    const identity = this.createClaimsIdentity(this.bot.appId);
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl);
  }

  /** What Teams has beyond the Bot Connector: teams and their channels. The same one attempt a call. */
  async teamsFor(serviceUrl: string) {
    const { credentials } = await this.connectorFor(serviceUrl);
    return new TeamsConnectorClient(credentials, { baseUri: serviceUrl, httpClient: this.wire }).teams;
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      sent.push(...(await onceMore(() => super.sendActivities(context, [activity])).catch(unplaced)));
    }
    return sent;
  }

  /**
   * Checks the caller's token, then runs one turn. Unlike `process` it writes no answer and prints nothing.
   * Rejects with the SDK's own errors as long as the turn has not begun, then with those of `logic`.
   */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** Throws when the registration is incomplete (a password missing, a certificate that cannot be read). */
export function createAdapter(
  bot: BotRegistration,
  wire: Pick<WireOptions, 'allowed' | 'real'> & Partial<WireOptions>,
): TeamsAdapter {
  if (bot.appId !== undefined) shareSigningKeys(CALL_LIMIT_MS);
  return new TeamsAdapter(bot, createWire({ timeoutMs: CALL_LIMIT_MS, ...wire }));
}

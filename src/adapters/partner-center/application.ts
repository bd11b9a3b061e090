import {
  ConfidentialClientApplication,
  PublicClientApplication,
  type INetworkModule,
} from '@azure/msal-node';

/** Delegated only: Partner Center's referral-api-authentication page. */
export const SCOPES = ['https://api.partner.microsoft.com/.default'];
/** The registration of webhooks is another resource than the referrals (partner-center-webhooks page). */
export const EVENT_SCOPES = ['https://api.partnercenter.microsoft.com/.default'];
/** The public cloud's sign-in service. */
export const PUBLIC_LOGIN = 'https://login.microsoftonline.com';

export interface ClientOptions {
  readonly tenantId: string;
  readonly clientId: string;
  /** Absent: a public client. */
  readonly clientSecret?: string;
  /** Scheme and host that stand for the sign-in service; the public cloud's when absent. */
  readonly authority?: string;
}

export type Application = ConfidentialClientApplication | PublicClientApplication;

/** The Entra application that signs in. A new one each time: MSAL would hold back calls for a minute after a failure, and keep every token. */
export function applicationOf(options: ClientOptions, network: INetworkModule): Application {
  const { tenantId, clientId, clientSecret } = options;
  const auth = {
    clientId,
    authority: `${PUBLIC_LOGIN}/${tenantId}`,
    // Named as known: its addresses are not asked of another host first.
    knownAuthorities: [new URL(PUBLIC_LOGIN).host],
  };
  const system = { networkClient: network };
  return clientSecret === undefined
    ? new PublicClientApplication({ auth, system })
    : new ConfidentialClientApplication({ auth: { ...auth, clientSecret }, system });
}

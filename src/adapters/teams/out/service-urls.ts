import { isLoopbackHost } from '../../../platform/loopback';

/**
 * Hosts that may be a bot's service URL: Teams' public, GCC, GCC High and DoD connectors and Bot Framework's own
 * (Microsoft's outbound host list in the Agents SDK, without the hosts that only serve files).
 */
const CONNECTOR_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'teams.microsoft.com',
  'teams.microsoft.us',
  'botframework.com',
];

const isConnector = (host: string): boolean =>
  CONNECTOR_HOSTS.some((known) => host === known || host.endsWith(`.${known}`));

/**
 * Whether the bot may call a service URL, received or stored: https to a Bot Connector host, or in sandbox mode
 * loopback and nothing else. A URL with a name, a password or, outside the sandbox, a port is refused.
 */
export const serviceUrlAllowed =
  (sandbox: boolean) =>
  (serviceUrl: string): boolean => {
    const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
    if (!url || url.username !== '' || url.password !== '') return false;
    if (sandbox) return /^https?:$/.test(url.protocol) && isLoopbackHost(url.hostname);
    return url.protocol === 'https:' && url.port === '' && isConnector(url.hostname);
  };

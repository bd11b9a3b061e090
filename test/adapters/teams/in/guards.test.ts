import { serviceUrlAllowed } from '../../../../src/adapters/teams/out/service-urls';
import { allowed, channelIdsOf, type InboundRules } from '../../../../src/adapters/teams/in/guards';

const rules = (over: Partial<InboundRules> = {}): InboundRules => ({
  tenants: ['Tenant-1'],
  channelIds: channelIdsOf(over.sandbox ?? false),
  serviceUrlAllowed: serviceUrlAllowed(over.sandbox ?? false),
  sandbox: false,
  ...over,
});

const activity = (over: object = {}): object => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:alba' },
  conversation: { id: 'a:alba', tenantId: 'tenant-1' },
  channelData: { tenant: { id: 'TENANT-1' } },
  ...over,
});

describe('what may reach the bot', () => {
  it('an activity of Teams from an allowed tenant', () => {
    expect(allowed(activity(), rules())).toEqual({ kind: 'allowed' });
  });

  it.each([
    ['in the conversation alone', { channelData: undefined }],
    ['in the channel data alone', { conversation: { id: 'a:alba' } }],
    ['with nothing else in the channel data', { channelData: null }],
  ])('a tenant named %s', (_, over) => {
    expect(allowed(activity(over), rules())).toEqual({ kind: 'allowed' });
  });

  const refusals: [string, object, string][] = [
    ['another tenant', { conversation: { id: 'a:x', tenantId: 'evil' }, channelData: undefined }, 'tenant'],
    ['two tenants', { conversation: { id: 'a:x', tenantId: 'evil' } }, 'tenant'],
    ['no tenant', { conversation: { id: 'a:x' }, channelData: {} }, 'tenant'],
    ['another channel', { channelId: 'emulator' }, 'channel'],
    ['a foreign service URL', { serviceUrl: 'https://evil.example/' }, 'service-url'],
    ['no service URL', { serviceUrl: undefined }, 'malformed'],
    ['no type', { type: undefined }, 'malformed'],
    ['no sender', { from: undefined }, 'malformed'],
    ['a sender without an id', { from: { id: '' } }, 'malformed'],
    ['no conversation', { conversation: null }, 'malformed'],
    ['a conversation that is text', { conversation: 'a:x' }, 'malformed'],
    ['a tenant that is a number', { channelData: { tenant: { id: 7 } } }, 'malformed'],
  ];
  it.each(refusals)('not with %s', (_, over, why) => {
    expect(allowed(activity(over), rules())).toEqual({ kind: 'refused', why });
  });

  it.each([undefined, null, 7, 'text', [], {}])('not %j', (value) => {
    expect(allowed(value, rules())).toEqual({ kind: 'refused', why: 'malformed' });
  });

  it('nobody when no tenant is allowed', () => {
    expect(allowed(activity(), rules({ tenants: [] }))).toEqual({ kind: 'refused', why: 'tenant' });
  });
});

describe('in sandbox mode', () => {
  const local = { serviceUrl: 'http://127.0.0.1:56150/_connector' };

  it.each(['msteams', 'emulator', 'webchat', 'directline'])('Teams and its test clients: %s', (channelId) => {
    expect(allowed(activity({ ...local, channelId }), rules({ sandbox: true }))).toEqual({ kind: 'allowed' });
  });

  it('any tenant, also none, on loopback alone', () => {
    const none = { conversation: { id: 'a:x' }, channelData: {} };
    expect(allowed(activity({ ...local, ...none }), rules({ sandbox: true }))).toEqual({ kind: 'allowed' });
    expect(allowed(activity(), rules({ sandbox: true }))).toEqual({ kind: 'refused', why: 'service-url' });
  });
});

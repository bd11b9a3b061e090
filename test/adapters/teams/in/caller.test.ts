import { createSign, generateKeyPairSync } from 'node:crypto';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createAdapter } from '../../../../src/adapters/teams/out/adapter';
import { fakeTeams, type Answer, type FakeTeams } from '../out/fake-teams';
import { botHost, type BotHost } from './bot-host';

const APP_ID = '7d8f0a52-6b57-4c7e-8f0e-0b1f6a5f2f11';
const ISSUER = 'https://api.botframework.com';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Seconds UTC, long past and far off: the SDK looks at the real clock. */
const PAST = 1_500_000_000;
const FUTURE = 4_000_000_000;

function token(claims: object = {}, privateKey = keys.privateKey, kid = 'k1'): string {
  const payload = { iss: ISSUER, aud: APP_ID, serviceurl: SERVICE_URL, nbf: PAST, exp: FUTURE };
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part({ ...payload, ...claims })}`;
  return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
}

let openId: FakeTeams;
let host: BotHost;
let turns = 0;
let received: Promise<unknown> = Promise.resolve();
beforeEach(() => {
  turns = 0;
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all([openId.stop(), host.stop()]);
});

/** The SDK's own check of tokens, with Bot Framework's keys served from loopback. */
async function guarded(answer?: Answer, checkLimitMs = 5000, ready: Promise<void> = Promise.resolve()) {
  const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams'] };
  openId = await fakeTeams(async ({ path }) => {
    await ready;
    if (answer !== undefined) return answer;
    return { body: path.endsWith('/keys') ? { keys: [jwk] } : { jwks_uri: `${openId.url}/keys` } };
  });
  const registration = { appId: APP_ID, appType: 'SingleTenant', tenantId: 't1', password: 'p' } as const;
  const adapter = createAdapter(registration, { allowed: () => false, real: () => 0 });
  const sdk = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: APP_ID,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: `${openId.url}/openid`,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/t1',
    ToChannelFromBotOAuthScope: ISSUER,
  });
  Object.defineProperty(adapter, 'botFrameworkAuthentication', { value: sdk });
  const receive = adapter.receive.bind(adapter);
  adapter.receive = (...turn) => (received = receive(...turn));
  host = await botHost(async () => void (turns += 1), adapter, { checkLimitMs });
  return host;
}

const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:alba' },
  conversation: { id: 'a:alba' },
};

describe('who may post an activity', () => {
  it('Bot Framework, with a token for this bot and this service URL', async () => {
    const { post } = await guarded();
    expect(await post(activity, token())).toMatchObject({ status: 200, text: '' });
    expect(turns).toBe(1);
  });

  const unsigned = `Bearer ${part({ alg: 'none' })}.${part({ iss: ISSUER, aud: APP_ID })}.`;
  const wrong: [string, () => string | undefined][] = [
    ['no token', () => undefined],
    ['an empty one', () => ''],
    ['another scheme', () => 'Basic YTpi'],
    ['junk', () => 'Bearer junk'],
    ['junk in three parts', () => 'Bearer a.b.c'],
    ['a payload that is null', () => `Bearer e30.${Buffer.from('null').toString('base64url')}.x`],
    ['an unsigned one', () => unsigned],
    ['one signed by somebody else', () => token({}, others.privateKey)],
    ['one with an unknown key', () => token({}, others.privateKey, 'k2')],
    ['one for another bot', () => token({ aud: 'another' })],
    ['one for another service URL', () => token({ serviceurl: 'https://evil.example/' })],
    ['one that is over', () => token({ exp: PAST + 1 })],
    ['one that is not yet valid', () => token({ nbf: FUTURE - 1 })],
    [
      "an Emulator's",
      () => token({ iss: 'https://sts.windows.net/t1/', appid: APP_ID, ver: '1.0', tid: 't1' }),
    ],
  ];
  it.each(wrong)('not somebody with %s: one fixed 401', async (_, authorization) => {
    const { post } = await guarded();
    const answer = await post(activity, authorization());
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      detail: 'A valid token of Bot Framework is needed.',
      reference: 'ref-1',
    });
    expect(turns).toBe(0);
  });

  it.each<Answer>([{ status: 500, body: 'secret-host is down' }, { status: 200, body: '<html>' }, 'reset'])(
    'is not known while the keys cannot be read (%j): 503, in fixed words',
    async (answer) => {
      const { post, lines } = await guarded(answer);
      const told = await post(activity, token());
      expect(told).toMatchObject({ status: 503, retryAfter: '5', body: { status: 503, reference: 'ref-1' } });
      expect(told.text).not.toMatch(/secret-host|127\.0\.0\.1/);
      expect(lines.join()).toContain('token not checked');
      expect(turns).toBe(0);
    },
  );

  it('is not waited for longer than the limit', async () => {
    const { post } = await guarded('hang', 50);
    expect(await post(activity, token())).toMatchObject({ status: 503 });
    expect(turns).toBe(0);
  });

  it('gets no turn any more when the check ends after the answer', async () => {
    let release = (): void => undefined;
    const ready = new Promise<void>((resolve) => (release = resolve));
    const { post } = await guarded(undefined, 50, ready);
    expect(await post(activity, token())).toMatchObject({ status: 503 });
    release();
    await received;
    expect(turns).toBe(0);
  });
});

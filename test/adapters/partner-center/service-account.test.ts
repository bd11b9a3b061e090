import { MockAgent } from 'undici';
import {
  createServiceAccount,
  sealedToken,
  type KeptToken,
  type ServiceAccount,
} from '../../../src/adapters/partner-center/service-account';

const TENANT = '11111111-2222-4333-8444-555555555555';
const KEYS = ['a key that is long enough to be one'];

let agent: MockAgent;
let stored: KeptToken | undefined;
let asked: string[];

beforeEach(() => {
  agent = new MockAgent();
  agent.disableNetConnect();
  stored = undefined;
  asked = [];
  agent
    .get('https://login.microsoftonline.com')
    .intercept({ path: (path) => path.startsWith(`/${TENANT}/oauth2/v2.0/token`), method: 'POST' })
    .reply(
      200,
      (request) => {
        asked.push(new URLSearchParams(request.body as string).get('refresh_token') ?? '');
        return {
          token_type: 'Bearer',
          expires_in: 3600,
          access_token: 'access',
          refresh_token: `${asked.at(-1) ?? ''}+`,
        };
      },
      { headers: { 'content-type': 'application/json' } },
    )
    .persist();
});
afterEach(() => agent.close());

/** One run of the program: what it stores, the next one finds. */
const signIn = (refreshToken: string, keys = KEYS): Promise<string> =>
  createServiceAccount({
    tenantId: TENANT,
    clientId: '99999999-2222-4333-8444-555555555555',
    refreshToken,
    keys,
    load: () => Promise.resolve(stored),
    keep: (token) => {
      stored = token;
      return Promise.resolve();
    },
    dispatcher: agent,
  }).token();

it('keeps the newer refresh token encrypted, and the next start uses it instead of the setting', async () => {
  await signIn('from-setting');
  expect(JSON.stringify(stored)).not.toContain('from-setting');
  await signIn('from-setting');
  expect(asked).toEqual(['from-setting', 'from-setting+']);
});

it('a process that runs already renews from what another has stored meanwhile, in its turn', async () => {
  const turns: string[] = [];
  const account = (name: string): ServiceAccount =>
    createServiceAccount({
      tenantId: TENANT,
      clientId: '99999999-2222-4333-8444-555555555555',
      refreshToken: 'from-setting',
      keys: KEYS,
      load: () => Promise.resolve(stored),
      keep: async (token) => void (stored = token),
      inTurn: (work) => {
        turns.push(name);
        return work();
      },
      dispatcher: agent,
    });
  const [one, other] = [account('one'), account('other')];
  await one.token();
  await other.token();
  await one.token(['another scope']);
  expect(asked).toEqual(['from-setting', 'from-setting+', 'from-setting++']);
  expect(turns).toEqual(['one', 'other', 'one']);
});

it('a setting that has changed wins over what was kept', async () => {
  await signIn('from-setting');
  await signIn('new-setting');
  expect(asked).toEqual(['from-setting', 'new-setting']);
});

it('what another key has sealed is not used: the setting is', async () => {
  await signIn('from-setting');
  await signIn('from-setting', ['quite another key, just as long as it']);
  expect(asked).toEqual(['from-setting', 'from-setting']);
});

it('without a setting nobody has signed in, until a sign-in has stored a token', async () => {
  const account = createServiceAccount({
    tenantId: TENANT,
    clientId: '99999999-2222-4333-8444-555555555555',
    keys: KEYS,
    load: () => Promise.resolve(stored),
    keep: async (token) => void (stored = token),
    dispatcher: agent,
  });
  await expect(account.token()).rejects.toMatchObject({ name: 'SignedOut', why: 'none' });
  stored = sealedToken(KEYS, 'of-the-sign-in', undefined);
  expect(await account.token()).toBe('access');

  // Refused by Partner Center: somebody signs in again, and that counts without a restart.
  account.forget();
  stored = sealedToken(KEYS, 'of-the-next-sign-in', undefined);
  await account.token();
  expect(asked).toEqual(['of-the-sign-in', 'of-the-next-sign-in']);
});

import { MockAgent } from 'undici';
import { createSignIn, type SignInOptions } from '../../../src/adapters/partner-center/sign-in';
import { SignedOut } from '../../../src/adapters/partner-center/signed-out';

const TENANT = '11111111-2222-4333-8444-555555555555';
const LOGIN = 'https://login.microsoftonline.com';

let agent: MockAgent;
beforeEach(() => {
  agent = new MockAgent();
  agent.disableNetConnect();
});
afterEach(() => agent.close());

interface Asked {
  readonly grant: URLSearchParams;
}

/** The token endpoint gives these answers, one after another; anything else it is asked fails the test. */
function answers(...replies: { status?: number; body: object | string }[]): Asked[] {
  const asked: Asked[] = [];
  for (const { status = 200, body } of replies) {
    agent
      .get(LOGIN)
      .intercept({ path: (path) => path.startsWith(`/${TENANT}/oauth2/v2.0/token`), method: 'POST' })
      .reply(
        status,
        (request) => {
          asked.push({ grant: new URLSearchParams(String(request.body)) });
          return body;
        },
        { headers: { 'content-type': 'application/json' } },
      );
  }
  return asked;
}

const token = (name: string, more: object = {}) => ({
  body: { token_type: 'Bearer', expires_in: 3600, access_token: name, ...more },
});

const kept: string[] = [];
beforeEach(() => kept.splice(0));

const signIn = (more: Partial<SignInOptions> = {}) =>
  createSignIn({
    tenantId: TENANT,
    clientId: '99999999-2222-4333-8444-555555555555',
    refreshToken: 'first-refresh',
    keepToken: async (refreshToken) => void kept.push(refreshToken),
    dispatcher: agent,
    ...more,
  });

describe('the sign-in to Partner Center', () => {
  it('asks for a delegated token for the Referrals API with the refresh token', async () => {
    const asked = answers(token('access-1'));
    expect(await signIn().token()).toBe('access-1');
    expect(Object.fromEntries(asked[0]!.grant)).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'first-refresh',
      scope: expect.stringContaining('https://api.partner.microsoft.com/.default'),
    });
    expect(asked[0]!.grant.has('client_secret')).toBe(false);
  });
});

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
          asked.push({ grant: new URLSearchParams(request.body as string) });
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

  it('authenticates a confidential client by its secret', async () => {
    const asked = answers(token('access-1'));
    await signIn({ clientSecret: 'the-secret' }).token();
    expect(asked[0]!.grant.get('client_secret')).toBe('the-secret');
  });

  it('takes one token for all who ask, until five minutes before its end', async () => {
    const asked = answers(token('access-1'), token('access-2'));
    const time = { now: Date.now() };
    const it = signIn({ real: () => time.now });
    expect(await Promise.all([it.token(), it.token(), it.token()])).toEqual([
      'access-1',
      'access-1',
      'access-1',
    ]);
    time.now += 3_000_000;
    expect(await it.token()).toBe('access-1');
    time.now += 350_000;
    expect(await it.token()).toBe('access-2');
    expect(asked).toHaveLength(2);
  });

  it('goes on with a rotated refresh token and has it kept, again if that failed', async () => {
    const asked = answers(token('access-1', { refresh_token: 'second-refresh' }), token('access-2'));
    const time = { now: Date.now() };
    let down = true;
    const it = signIn({
      real: () => time.now,
      keepToken: async (refreshToken) => {
        if (down) throw new Error('the store is down');
        kept.push(refreshToken);
      },
    });
    expect(await it.token()).toBe('access-1');
    down = false;
    time.now += 3_600_000;
    expect(await it.token()).toBe('access-2');
    expect(kept).toEqual(['second-refresh']);
    expect(asked[1]!.grant.get('refresh_token')).toBe('second-refresh');
  });

  it.each(['invalid_grant', 'interaction_required', 'invalid_client', 'consent_required'])(
    'is over with %s: somebody must sign in again',
    async (error) => {
      answers({
        status: 400,
        body: { error, error_description: 'AADSTS70008: expired', error_codes: [70008] },
      });
      const failed: unknown = await signIn()
        .token()
        .catch((thrown: unknown) => thrown);
      expect(failed).toBeInstanceOf(SignedOut);
      expect((failed as SignedOut).message).toBe(
        `Microsoft's sign-in refuses the service account (${error}): sign in again`,
      );
    },
  );

  it.each([
    ['is down', { status: 503, body: { error: 'temporarily_unavailable' } }],
    ['answers with a web page', { body: '<html>' }],
    ['answers without a token', { body: {} }],
  ])('may work later when the service %s', async (_what, reply) => {
    answers(reply, token('access-1'));
    const it = signIn();
    const failed: unknown = await it.token().catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(SignedOut);
    expect(await it.token()).toBe('access-1');
  });
});

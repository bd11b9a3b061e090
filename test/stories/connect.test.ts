import { createHash } from 'node:crypto';
import { json, startStub, type Got, type StubService } from '../adapters/partner-center/stub-service';
import { DIEGO, fail, MEGAN, noMoreFaults, say } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

const TENANT = '11111111-2222-4333-8444-555555555555';
const SERVICE_ACCOUNT = 'referral.desk@contoso-partner.example';

/** Another program's sandbox plays Partner Center, a stub Microsoft's sign-in. */
let partnerCenter: Program;
let authority: StubService;
let program: Program;

const start = async (more: Record<string, string> = {}): Promise<void> => {
  program = await startProgram(
    {
      PARTNER_CENTER: 'live',
      PARTNER_CENTER_URL: `${partnerCenter.url}/sandbox/partner-center`,
      PARTNER_CENTER_TENANT_ID: TENANT,
      PARTNER_CENTER_CLIENT_ID: '99999999-2222-4333-8444-555555555555',
      PARTNER_CENTER_CLIENT_SECRET: 'client-secret',
      SECRETS_KEY: 'a-key-that-is-long-enough-to-be-one',
      ...more,
    },
    undefined,
    { authority: authority.url },
  );
  await program.settle();
};

const jwt = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

function tokens(who = SERVICE_ACCOUNT, amr: readonly string[] = ['pwd', 'mfa']) {
  const id = { preferred_username: who, oid: 'o', tid: TENANT, sub: 's', iss: 'i', aud: 'a', exp: 1, iat: 1 };
  return {
    ...{ token_type: 'Bearer', expires_in: 3600, scope: 'x' },
    ...{ access_token: jwt({ amr }), refresh_token: 'refresh-of-the-sign-in', id_token: jwt(id) },
    client_info: Buffer.from(JSON.stringify({ uid: 'o', utid: TENANT })).toString('base64url'),
  };
}

/** The link on the card of `connect`. */
async function link(person = MEGAN): Promise<string> {
  const { activities } = await program.act({ person, conversation: 'personal', text: 'connect' });
  const actions = activities.flatMap((one: Loose) => one.attachments?.[0]?.content.actions ?? []);
  return actions.find((one: Loose) => one.title === 'Sign in')?.url;
}

const open = (url: string): Promise<Response> => fetch(url, { redirect: 'manual' });

/** What a person does who opens the link and signs in: back to the desk with a code. */
async function comeBack(
  url: string,
  answer: Record<string, string> = { code: 'the-code' },
): Promise<Response> {
  const there = await open(url);
  expect(there.status).toBe(302);
  const address = new URL(there.headers.get('location') ?? '');
  const back = new URL(address.searchParams.get('redirect_uri') ?? '');
  back.search = String(new URLSearchParams({ state: address.searchParams.get('state') ?? '', ...answer }));
  return open(String(back));
}

const formOf = ({ body }: Got): URLSearchParams => new URLSearchParams(body);

beforeEach(async () => {
  partnerCenter = await startProgram();
  await partnerCenter.settle();
  authority = await startStub();
  authority.answer = (response) => json(response, 200, tokens());
});
afterEach(async () => {
  await program.stop();
  await partnerCenter.stop();
  await authority.close();
});

/** Microsoft gives a code, and says that nobody has entered it until `entered` is called. */
function givesCode(): { readonly entered: () => void } {
  let isEntered = false;
  const code = {
    user_code: 'ABCD-EFGH',
    device_code: 'the-device',
    message: '',
    expires_in: 900,
    interval: 0,
  };
  authority.answer = (response, { url }) => {
    if (url.includes('/devicecode'))
      json(response, 200, { ...code, verification_uri: 'https://microsoft.com/devicelogin' });
    else if (isEntered) json(response, 200, tokens());
    else json(response, 400, { error: 'authorization_pending', error_description: 'not yet' });
  };
  return { entered: () => (isEntered = true) };
}

describe('a sign-in with a code', () => {
  it('is begun in the chat, ended in any browser, and the desk takes it up', async () => {
    const { entered } = givesCode();
    await start();
    const said = await say(program, MEGAN, 'connect code');
    expect(said).toContain('enter ABCD-EFGH');
    expect(said).toContain('microsoft.com/devicelogin');
    expect(await say(program, MEGAN, 'connect code')).toContain('enter ABCD-EFGH');
    expect(authority.got.filter(({ url }) => url.includes('/devicecode'))).toHaveLength(1);
    expect(await say(program, MEGAN, 'connect')).toContain('Nobody has signed in yet');
    entered();
    let now = '';
    while (!now.includes('Signed in as')) now = await say(program, MEGAN, 'connect check');
    expect(now).toContain(`Signed in as ${SERVICE_ACCOUNT}`);
    expect(now).toContain('Reads and changes referrals');
  });

  it('that the organisation does not allow says so and what else there is', async () => {
    authority.answer = (response) =>
      json(response, 400, { error: 'unauthorized_client', error_description: 'AADSTS7000218: no' });
    await start();
    expect(await say(program, MEGAN, 'connect code')).toMatch(
      /There is no code: Microsoft .+\(unauthorized_client\).+npm run sign-in/s,
    );
    expect(await say(program, MEGAN, 'connect')).toContain('Nobody has signed in yet');
  });

  it('is for admins alone', async () => {
    givesCode();
    await start();
    expect(await say(program, DIEGO, 'connect code')).not.toContain('ABCD');
    expect(authority.got).toEqual([]);
  });
});

it('an admin signs in by a link in their chat: the desk reads and may change, and says so', async () => {
  await start();
  expect(await say(program, MEGAN, 'connect')).toContain('Nobody has signed in yet');
  const url = await link();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/connect\/[\w-]+$/);
  const asked = new URL((await open(url)).headers.get('location') ?? '');
  expect(asked.origin).toBe(authority.url);
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
  const page = await comeBack(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`Signed in as ${SERVICE_ACCOUNT}`);
  const proof = formOf(authority.got.find(({ body }) => body.includes('the-code'))!).get('code_verifier');
  expect(
    createHash('sha256')
      .update(proof ?? '')
      .digest('base64url'),
  ).toBe(asked.searchParams.get('code_challenge'));
  await program.settle();
  const said = await say(program, MEGAN, 'connect');
  expect(said).toContain(`Signed in as ${SERVICE_ACCOUNT}`);
  expect(said).toMatch(/Reads and changes referrals .+ as far as can be seen: Referrals admin/);
  expect(said).not.toContain('refresh-of-the-sign-in');
  expect(JSON.stringify(await program.chat(MEGAN))).not.toContain('own account');
});

it('a link holds once, for fifteen minutes, and a newer one takes its place', async () => {
  await start();
  const first = await link();
  const second = await link();
  expect((await open(first)).status).toBe(404);
  expect((await comeBack(second)).status).toBe(200);
  expect((await open(second)).status).toBe(404);
  const third = await link();
  await program.advance('PT16M');
  const late = await open(third);
  expect([late.status, await late.text()]).toEqual([
    404,
    expect.stringContaining('Type connect to the bot again'),
  ]);
});

it.each<[string, Record<string, string>, number, RegExp]>([
  ['does not agree', { error: 'access_denied' }, 400, /access_denied/],
  ['brings markup', { error: '<script>alert(1)</script>' }, 400, /did not sign you in\./],
  ['brings a code without end', { code: 'x'.repeat(9_000) }, 400, /did not sign you in/],
])('a person who %s is told, and nothing has changed', async (_, answer, status, words) => {
  await start();
  const page = await comeBack(await link(), answer);
  const text = await page.text();
  expect([page.status, text]).toEqual([status, expect.stringMatching(words)]);
  expect(text).not.toContain('<script>');
  expect(await say(program, MEGAN, 'connect')).toContain('Nobody has signed in yet');
});

it('a code that Microsoft does not take, and a ticket that is guessed', async () => {
  await start();
  const url = await link();
  authority.answer = (response) =>
    json(response, 400, {
      error: 'invalid_grant',
      error_description: 'AADSTS70008: the code the-code of adele@contoso.example has expired. Trace ID: 1',
    });
  const refused = await comeBack(url);
  expect(refused.status).toBe(400);
  const words = await refused.text();
  expect(words).toContain('Microsoft did not take the sign-in: invalid_grant, AADSTS70008. Type connect');
  expect(words).not.toMatch(/adele|the-code|Trace/);
  for (const guessed of [
    '/connect/00000000-0000-4000-8000-000000000000',
    '/connect/..%2f',
    '/connect/done',
    '/connect/done?state=x&code=y',
  ])
    expect((await open(`${program.url}${guessed}`)).status).toBe(404);
  // The link still holds: the person tries again.
  authority.answer = (response) => json(response, 200, tokens());
  expect((await comeBack(url)).status).toBe(200);
});

it('nobody but an admin has a link', async () => {
  await start();
  expect(await say(program, DIEGO, 'connect')).not.toContain('/connect/');
  expect(await link(DIEGO)).toBeUndefined();
});

it('somebody’s own account, a sign-in without a second factor, and an account that only reads: the admins hear', async () => {
  await start();
  authority.answer = (response) =>
    json(response, 200, tokens('diego.siciliani@contoso-partner.example', ['pwd']));
  await say(program, DIEGO, 'hello');
  const page = await comeBack(await link());
  expect(await page.text()).toContain('without multi-factor authentication');
  await fail(partnerCenter, { on: 'partner-center', answer: 403, method: 'PATCH', times: 50 });
  await program.advance('PT6M');
  const said = (await program.chat(MEGAN)).map(textOf).join('\n');
  expect(said).toMatch(/somebody's own account|own account/);
  expect(said.match(/may read, but not change/g)).toHaveLength(1);
  expect(await say(program, MEGAN, 'connect check')).toContain('may not change anything');
  await noMoreFaults(partnerCenter);
  expect(await say(program, MEGAN, 'connect check')).toContain('Reads and changes referrals');
});

it('what ends by itself is counted down: 30, 14, 7 days and 1, once each', async () => {
  await start({ PARTNER_CENTER_CLIENT_SECRET_ENDS: '2026-04-05', PARTNER_CENTER_REFRESH_TOKEN: 'set' });
  for (let day = 0; day < 35; day += 1) await program.advance('P1D');
  const said = (await program.chat(MEGAN)).map(textOf).filter((text) => text.includes('client secret'));
  expect(said).toEqual([
    expect.stringContaining('in 30 days'),
    expect.stringContaining('in 14 days'),
    expect.stringContaining('in 7 days'),
    expect.stringContaining('in one day'),
  ]);
});

it('a secret that has ended is told as that', async () => {
  await start({ PARTNER_CENTER_CLIENT_SECRET_ENDS: '2026-03-01', PARTNER_CENTER_REFRESH_TOKEN: 'set' });
  expect((await program.chat(MEGAN)).map(textOf).join('\n')).toContain('has ended');
});

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unseal } from '../src/adapters/partner-center/sealed';
import { openSqlite } from '../src/adapters/sqlite/open-sqlite';
import { signIn } from '../src/sign-in';
import { json, startStub, type Got, type StubService } from './adapters/partner-center/stub-service';

const TENANT = '11111111-2222-4333-8444-555555555555';
const SECRETS_KEY = 'a key that is long enough to be one'.replaceAll(' ', '-');
const ACCOUNT = {
  PARTNER_CENTER_TENANT_ID: TENANT,
  PARTNER_CENTER_CLIENT_ID: '99999999-2222-4333-8444-555555555555',
};

let authority: StubService;
let folder: string;
beforeEach(async () => {
  authority = await startStub();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
});
afterEach(async () => {
  await authority.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const jwt = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const tokens = (amr: readonly string[] = ['pwd', 'mfa']) => ({
  token_type: 'Bearer',
  expires_in: 3600,
  access_token: jwt({ amr }),
  refresh_token: 'refresh-of-the-sign-in',
});

/** What a person does who opens the address: signs in, and is sent back with this. */
async function follow(address: URL, answer: Record<string, string>): Promise<Response> {
  const back = new URL(address.searchParams.get('redirect_uri') ?? '');
  expect(back.hostname).toBe('localhost');
  back.search = String(new URLSearchParams(answer));
  return fetch(back);
}

interface Ran {
  readonly lines: string[];
  readonly code: number;
}

/** Runs the command; `person` is given each address that is shown. */
async function run(
  env: Record<string, string>,
  person: (address: URL) => Promise<unknown>,
  args: readonly string[] = [],
): Promise<Ran> {
  const lines: string[] = [];
  const acting: Promise<unknown>[] = [];
  const say = (line: string): void => {
    lines.push(line);
    if (URL.canParse(line)) acting.push(person(new URL(line)));
  };
  const code = await signIn(
    args,
    { ...ACCOUNT, ...env },
    { say, authority: authority.url, patienceMs: 10_000 },
  );
  await Promise.all(acting);
  return { lines, code };
}

const formOf = ({ body }: Got): URLSearchParams => new URLSearchParams(body);

describe('by a browser on this machine', () => {
  const agree = (address: URL) =>
    follow(address, { code: 'the-code', state: address.searchParams.get('state') ?? '' });

  it('takes a code with its proof (PKCE), and shows the setting where nothing can be stored', async () => {
    authority.answer = (response) => json(response, 200, tokens());
    let challenge: string | null = null;
    const { lines, code } = await run({}, async (address) => {
      expect(address.origin).toBe(authority.url);
      expect(address.searchParams.get('code_challenge_method')).toBe('S256');
      challenge = address.searchParams.get('code_challenge');
      // Somebody else's request does not count.
      expect((await follow(address, { code: 'forged', state: 'guessed' })).status).toBe(404);
      expect((await agree(address)).status).toBe(200);
    });
    const form = formOf(authority.got[0]!);
    expect(form.get('code')).toBe('the-code');
    expect(
      createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url'),
    ).toBe(challenge);
    expect([code, lines.at(-1)]).toEqual([
      0,
      'Set this where the program runs, and keep it secret:\nPARTNER_CENTER_REFRESH_TOKEN=refresh-of-the-sign-in',
    ]);
  });

  it('stores it, encrypted, where the program finds it, and says nothing of it', async () => {
    authority.answer = (response) => json(response, 200, tokens());
    const file = path.join(folder, 'desk.db');
    const { lines } = await run({ DATABASE_URL: `sqlite:${file}`, SECRETS_KEY }, agree);
    expect(lines.join('\n')).not.toContain('refresh-of-the-sign-in');
    const { store } = await openSqlite(file);
    const account = await store.get('account', TENANT);
    await store.close();
    expect(unseal([SECRETS_KEY], account?.token?.sealed ?? '')).toBe('refresh-of-the-sign-in');
    expect(account?.wakeAt).not.toBeNull();
  });

  it('says so when it was without multi-factor authentication', async () => {
    authority.answer = (response) => json(response, 200, tokens(['pwd']));
    const { lines } = await run({}, agree);
    expect(lines).toContainEqual(expect.stringContaining('without multi-factor authentication'));
  });

  it('that is refused ends with the reason', async () => {
    const refuse = (address: URL) =>
      follow(address, { error: 'access_denied', state: address.searchParams.get('state') ?? '' });
    await expect(run({}, refuse)).rejects.toThrow('Microsoft did not sign in (access_denied)');
  });
});

it('by a device code, where there is no browser', async () => {
  authority.answer = (response, { url }) =>
    url.includes('devicecode')
      ? json(response, 200, {
          device_code: 'the-device',
          user_code: 'ABCD',
          verification_uri: 'https://microsoft.com/devicelogin',
          expires_in: 900,
          interval: 0,
          message: '',
        })
      : json(response, 200, tokens());
  const { lines, code } = await run({}, async () => undefined, ['--device-code']);
  expect(lines[0]).toBe('Open https://microsoft.com/devicelogin in any browser and enter the code ABCD.');
  expect(formOf(authority.got[1]!).get('device_code')).toBe('the-device');
  expect(code).toBe(0);
});

describe('without knowing who', () => {
  it('says what to set', async () => {
    const lines: string[] = [];
    expect(await signIn([], {}, { say: (line) => lines.push(line) })).toBe(78);
    expect(lines[0]).toContain('PARTNER_CENTER_TENANT_ID');
  });

  it('of several accounts asks which', async () => {
    const other = TENANT.replace('1111', '2222');
    const file = path.join(folder, 'accounts.json');
    const accounts = [TENANT, other].map((tenantId) => ({ tenantId, clientId: TENANT }));
    fs.writeFileSync(file, JSON.stringify(accounts));
    const lines: string[] = [];
    await signIn([], { PARTNER_CENTER_ACCOUNTS: file }, { say: (line) => lines.push(line) });
    expect(lines[0]).toContain(`--account ${TENANT} or ${other}`);
  });
});

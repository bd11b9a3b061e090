import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { type Config, loadEnv, readConfig } from '../src/config';

const GUID = '1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21';
const TENANT = '2c7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b22';
const PEM = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n';

const production = {
  NODE_ENV: 'production',
  MicrosoftAppId: GUID,
  MicrosoftAppPassword: 'pass-word-1',
  MicrosoftAppTenantId: TENANT,
  DATABASE_URL: 'mongodb://user:pass-word-2@db.example.com/desk',
};

function configOf(env: Record<string, string | undefined>, files: Record<string, string> = {}): Config {
  const read = readConfig(env, (file) => files[file] ?? missing());
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.config;
}

function problemsOf(env: Record<string, string | undefined>, files: Record<string, string> = {}): string[] {
  const read = readConfig(env, (file) => files[file] ?? missing());
  return 'problems' in read ? read.problems : [];
}

function missing(): never {
  throw new Error('ENOENT');
}

describe('settings', () => {
  it('with none at all it is the sandbox on this machine', () => {
    const config = configOf({});
    expect(config).toMatchObject({
      sandbox: true,
      host: '127.0.0.1',
      port: 3978,
      database: { kind: 'sqlite', path: './data/referral-desk.db' },
      partnerCenter: { mode: 'sandbox', url: 'https://api.partner.microsoft.com', accounts: [] },
      language: 'en',
      timeZone: 'UTC',
      forms: 'dialog',
      logLevel: 'info',
      sandboxTeams: true,
    });
    expect(config.intakeKeys.map((key) => key.reveal())).toEqual(['sandbox']);
    expect(config.bot).toBeUndefined();
  });

  it('with an app id it is the real thing, open to the app’s own tenant and without an intake', () => {
    const config = configOf(production);
    expect(config).toMatchObject({
      sandbox: false,
      host: '0.0.0.0',
      bot: { appId: GUID, appType: 'SingleTenant', tenantId: TENANT },
      allowedTenants: [TENANT],
      intakeKeys: [],
      partnerCenter: { mode: 'none' },
    });
    expect(config.bot?.password?.reveal()).toBe('pass-word-1');
  });

  it('an empty value is an unset one, and spaces around a value do not count', () => {
    expect(configOf({ PORT: '', MicrosoftAppId: ' ', HOST: ' localhost ', FORMS: 'card' })).toMatchObject({
      port: 3978,
      sandbox: true,
      host: 'localhost',
      forms: 'card',
    });
  });

  it('lists are taken apart at commas', () => {
    const config = configOf({ ...production, ADMINS: `${GUID}, sam@contoso.com,`, INTAKE_KEY: 'old,new' });
    expect(config.admins).toEqual([GUID, 'sam@contoso.com']);
    expect(config.intakeKeys.map((key) => key.reveal())).toEqual(['old', 'new']);
  });

  it('tells every problem at once, each with the setting’s name and what would be right', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      PORT: '70000',
      FORMS: 'paper',
      TIME_ZONE: 'Mars/Olympus',
      ERASE_CONTACTS_AFTER: 'half a year',
      CRM_URL: 'https://crm.example.com/deals',
      PARTNER_CENTER: 'sandbox',
      DATABASE_URL: 'postgres://x',
    });
    const starts = [
      'PORT must be',
      'FORMS must be one of dialog, card',
      'TIME_ZONE must be',
      'CRM_URL must be',
    ];
    for (const start of [...starts, 'ERASE_CONTACTS_AFTER must be', 'DATABASE_URL must be sqlite:PATH']) {
      expect(problems).toContainEqual(expect.stringContaining(start));
    }
    expect(problems).toContainEqual(expect.stringContaining('MicrosoftAppId must be set when NODE_ENV'));
    expect(problems).toContainEqual(
      expect.stringContaining('PARTNER_CENTER=sandbox works in sandbox mode only'),
    );
    expect(problems.find((line) => line.startsWith('PORT'))).toContain('for example 3978');
  });

  it.each([
    ['a client secret', { ...production, MicrosoftAppPassword: '' }, /^MicrosoftAppPassword must be set/],
    ['the tenant', { ...production, MicrosoftAppTenantId: '' }, /^MicrosoftAppTenantId must be set/],
    ['the database', { ...production, DATABASE_URL: '' }, /^DATABASE_URL must be set/],
    [
      'tenants of a multi-tenant bot',
      { ...production, MicrosoftAppType: 'MultiTenant' },
      /^ALLOWED_TENANTS must be set when MicrosoftAppType is MultiTenant/,
    ],
    [
      'half of a certificate',
      { ...production, MicrosoftAppPassword: '', MicrosoftAppCertificatePath: '/cert.pem' },
      /^MicrosoftAppCertificateKeyPath must be set too/,
    ],
    [
      'the type',
      { ...production, MicrosoftAppType: 'Skype' },
      /^MicrosoftAppType must be one of SingleTenant/,
    ],
    ['the app id', { ...production, MicrosoftAppId: 'my-bot' }, /^MicrosoftAppId must be a GUID/],
    [
      'a sandbox open to all',
      { HOST: '0.0.0.0' },
      /^HOST must be an address of this machine in sandbox mode/,
    ],
    [
      'a public address in plain http',
      { PUBLIC_URL: 'http://desk.example.com' },
      /^PUBLIC_URL must be an https/,
    ],
    [
      'a link of cards in plain http, which no card would show',
      { PARTNER_CENTER_WEB_URL: 'http://intranet.example/{id}' },
      /^PARTNER_CENTER_WEB_URL must be an https/,
    ],
    ['a CRM in plain http', { CRM_URL: 'http://crm.example/{crmId}' }, /^CRM_URL must be an https/],
    ['a CRM link without its id', { CRM_URL: 'https://crm.example/' }, /^CRM_URL must be .*\{crmId\}/],
    ['three intake keys', { INTAKE_KEY: 'a,b,c' }, /^INTAKE_KEY must be one key, or two/],
    ['a key of spaces', { METRICS_KEY: 'two words' }, /^METRICS_KEY must be printable/],
    ['a sandbox clock', { SANDBOX_CLOCK: 'tomorrow' }, /^SANDBOX_CLOCK must be a time in ISO 8601/],
    ['a language', { LANGUAGE: 'en_US!' }, /^LANGUAGE must be a language tag/],
    ['Partner Center’s sign-in', { PARTNER_CENTER: 'live' }, /^PARTNER_CENTER_CLIENT_ID must be set/],
    [
      'a misspelt app id',
      { MICROSOFT_APP_ID: GUID },
      /^MICROSOFT_APP_ID is not a setting .*MicrosoftAppId\?$/,
    ],
    ['a misspelt address', { PARTNER_CENTRE_URL: 'https://x.example' }, /did you mean PARTNER_CENTER_URL\?$/],
    ['an unknown one', { PARTNER_CENTER_PASSWORD: 'x' }, /^PARTNER_CENTER_PASSWORD is not a setting/],
  ])('refuses %s', (_what, env, expected) => {
    const problems = problemsOf(env, { '/cert.pem': PEM });
    expect(problems.filter((line) => expected.test(line))).toHaveLength(1);
  });

  it('leaves the environment of other programs alone', () => {
    expect(problemsOf({ PATH: '/bin', MicrosoftEdgeHome: 'x', DOTNET_ROOT: '/x', HOSTNAME: 'y' })).toEqual(
      [],
    );
  });

  it('signs in with a certificate when one is named, and says which file cannot be read', () => {
    const env = {
      ...production,
      MicrosoftAppPassword: '',
      MicrosoftAppCertificatePath: '/cert.pem',
      MicrosoftAppCertificateKeyPath: '/key.pem',
    };
    const config = configOf(env, { '/cert.pem': PEM, '/key.pem': PEM });
    expect(config.bot?.certificatePem).toBe(PEM);
    expect(config.bot?.certificateKeyPem?.reveal()).toBe(PEM);
    expect(problemsOf(env, { '/cert.pem': 'nothing' })).toEqual([
      'MicrosoftAppCertificatePath must name a PEM file, with a line "-----BEGIN …"',
      'MicrosoftAppCertificateKeyPath names a file that cannot be read: correct the path or who may read it',
    ]);
  });

  it('takes one account of Partner Center from the settings or several from a file', () => {
    const live = { ...production, PARTNER_CENTER: 'live', SECRETS_KEY: 'k'.repeat(32) };
    const one = configOf({
      ...live,
      PARTNER_CENTER_TENANT_ID: TENANT,
      PARTNER_CENTER_CLIENT_ID: GUID,
      PARTNER_CENTER_REFRESH_TOKEN: 'refresh',
    });
    expect(one.partnerCenter.accounts).toMatchObject([{ tenantId: TENANT, clientId: GUID }]);
    const file = JSON.stringify([{ tenantId: TENANT, clientId: GUID, refreshToken: 'refresh' }]);
    const env = { ...live, PARTNER_CENTER_ACCOUNTS: '/accounts.json' };
    expect(configOf(env, { '/accounts.json': file }).partnerCenter.accounts).toHaveLength(1);
    expect(problemsOf(env, { '/accounts.json': '[{"tenantId":"x"}]' })).toContainEqual(
      expect.stringContaining('at /0/tenantId: must be a GUID'),
    );
    expect(problemsOf(env, { '/accounts.json': 'not json' })).toContainEqual(
      expect.stringContaining('PARTNER_CENTER_ACCOUNTS must name a JSON file'),
    );
  });

  it('never shows a secret: not in a problem, and not when the config is printed', () => {
    const secrets = {
      ...production,
      INTAKE_KEY: 'intake-key-1',
      METRICS_KEY: 'metrics-key-1',
      SECRETS_KEY: 's'.repeat(40),
    };
    const config = configOf(secrets);
    const printed = `${inspect(config, { depth: 9 })} ${JSON.stringify(config)} ${String(config.intakeKeys[0])}`;
    const wrong = problemsOf({
      ...secrets,
      DATABASE_URL: 'mongodb://user:pass-word-2@ db',
      METRICS_KEY: 'metrics-key-1 metrics-key-1',
      SECRETS_KEY: 'short-key',
    }).join('\n');
    expect(wrong.split('\n')).toHaveLength(3);
    for (const secret of ['pass-word', 'intake-key-1', 'metrics-key-1', 'sssss', 'short-key']) {
      expect(printed).not.toContain(secret);
      expect(wrong).not.toContain(secret);
    }
  });

  it('reads .env in the folder, and the environment wins over it', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-env-'));
    fs.writeFileSync(path.join(folder, '.env'), 'REFERRAL_DESK_TEST="a b" # comment\nPATH=/nowhere\n');
    const env = loadEnv(folder);
    fs.rmSync(folder, { recursive: true });
    expect(env['REFERRAL_DESK_TEST']).toBe('a b');
    expect(env['PATH']).not.toBe('/nowhere');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type Config, type Environment } from '../../src/config';

const GUID = '1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21';
const TENANT = '2c7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b22';
const KEY = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n';
const production = {
  ...{ NODE_ENV: 'production', MicrosoftAppId: GUID, MicrosoftAppPassword: 'pass-word-1' },
  ...{ MicrosoftAppTenantId: TENANT, DATABASE_URL: 'mongodb://db.example.com/desk' },
};

/** Every file that a setting names holds this. */
function configOf(env: Environment, file = ''): Config {
  const read = readConfig(env, () => file);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.config;
}

function problemsOf(env: Environment, file = ''): string[] {
  const read = readConfig(env, () => file);
  return 'problems' in read ? read.problems : [];
}

it('lets people sign in themselves where they can come back to', () => {
  const live = {
    ...{ ...production, PARTNER_CENTER: 'live', SECRETS_KEY: 'k'.repeat(32) },
    ...{ PARTNER_CENTER_TENANT_ID: TENANT, PARTNER_CENTER_CLIENT_ID: GUID },
    ...{ PUBLIC_URL: '', SSO_APP_ID_URI: `api://botid-${GUID}` },
  };
  expect(problemsOf(live)).toEqual([expect.stringMatching(/^PUBLIC_URL must be set when SSO_APP_ID_URI is/)]);
  const env = { ...live, PUBLIC_URL: 'https://desk.example.com' };
  expect(configOf(env).partnerCenter.ssoUri).toBe(`api://botid-${GUID}`);
  expect(problemsOf({ ...env, SSO_APP_ID_URI: 'https://desk.example.com' })).toHaveLength(1);
});

it('trusts further roots from a file, and roots alone', () => {
  const pem = (name: string): string =>
    readFileSync(path.join(__dirname, '../fixtures/certificates', `${name}.pem`), 'utf8');
  const env = { ...production, PARTNER_CENTER_CERTIFICATE_ROOTS: '/roots.pem' };
  const two = configOf(env, `# ours\n${pem('root')}\n${pem('root')}`);
  expect(two.partnerCenter.certificateRoots).toHaveLength(2);
  const broken = pem('root').replace(/^MII/m, 'AAA');
  for (const content of [KEY, pem('good'), pem('issuer'), `${pem('root')}\n${pem('good')}`, broken])
    expect(problemsOf(env, content)).toEqual([
      'PARTNER_CENTER_CERTIFICATE_ROOTS must name a PEM file of root certificates and nothing else',
    ]);
  expect(problemsOf(env, 'nothing')).toHaveLength(1);
});

import { isLoopbackHost } from '../platform/loopback';
import type { Settings, SettingName } from './fields';

/** Sandbox mode: no app id, and not in production. */
export const isSandbox = (given: (name: SettingName) => boolean, nodeEnv: string | undefined): boolean =>
  !given('MicrosoftAppId') && nodeEnv !== 'production';

/**
 * How settings must fit together; those that are wrong on their own are told elsewhere and count as given here,
 * so that one mistake is told once. `given`: whether a value was there at all.
 */
export function crossRules(
  settings: Settings,
  given: (name: SettingName) => boolean,
  sandbox: boolean,
): string[] {
  return [
    ...(sandbox ? sandboxRules(settings) : botRules(settings, given)),
    ...partnerCenterRules(settings, given, sandbox),
  ];
}

function sandboxRules(settings: Settings): string[] {
  if (settings.HOST === undefined || isLoopbackHost(settings.HOST)) return [];
  return [
    'HOST must be an address of this machine in sandbox mode, for example 127.0.0.1; to be reached from outside set MicrosoftAppId and the other settings of the bot',
  ];
}

function botRules(settings: Settings, given: (name: SettingName) => boolean): string[] {
  if (!given('MicrosoftAppId')) {
    return [
      'MicrosoftAppId must be set when NODE_ENV is production, for example 1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21',
    ];
  }
  const problems: string[] = [];
  const type = settings.MicrosoftAppType ?? 'SingleTenant';
  if (!given('DATABASE_URL')) {
    problems.push('DATABASE_URL must be set, for example mongodb://db.example.com/referral-desk');
  }
  if (type === 'MultiTenant' && !given('ALLOWED_TENANTS')) {
    problems.push(
      'ALLOWED_TENANTS must be set when MicrosoftAppType is MultiTenant: the Entra tenant ids allowed',
    );
  }
  if (type !== 'MultiTenant' && !given('MicrosoftAppTenantId')) {
    problems.push(`MicrosoftAppTenantId must be set when MicrosoftAppType is ${type}`);
  }
  return [...problems, ...credentialRules(type, given)];
}

function credentialRules(
  type: NonNullable<Settings['MicrosoftAppType']>,
  given: (name: SettingName) => boolean,
): string[] {
  const certificate = given('MicrosoftAppCertificatePath');
  const problems: string[] = [];
  if (certificate !== given('MicrosoftAppCertificateKeyPath')) {
    const [has, lacks] = certificate ? ['Path', 'KeyPath'] : ['KeyPath', 'Path'];
    problems.push(`MicrosoftAppCertificate${lacks} must be set too when MicrosoftAppCertificate${has} is`);
  } else if (certificate && given('MicrosoftAppPassword')) {
    problems.push('MicrosoftAppPassword and MicrosoftAppCertificatePath are both set: keep one of them');
  } else if (type !== 'UserAssignedMSI' && !certificate && !given('MicrosoftAppPassword')) {
    problems.push(
      'MicrosoftAppPassword must be set to the bot’s client secret (or MicrosoftAppCertificatePath and MicrosoftAppCertificateKeyPath to a certificate)',
    );
  }
  return problems;
}

/** The refresh token may be stored by `npm run sign-in` instead of set. */
const SIGN_IN = ['PARTNER_CENTER_TENANT_ID', 'PARTNER_CENTER_CLIENT_ID'] as const;

/** What needs the desk's own address. */
function addressRules(settings: Settings, given: (name: SettingName) => boolean, sandbox: boolean): string[] {
  if (given('PUBLIC_URL')) return [];
  return [
    ...(settings.PARTNER_CENTER_WEBHOOK === 'on'
      ? [
          'PUBLIC_URL must be set when PARTNER_CENTER_WEBHOOK is on: the address that Partner Center tells of changes, for example https://desk.example.com',
        ]
      : []),
    ...(!sandbox && given('SSO_APP_ID_URI')
      ? [
          'PUBLIC_URL must be set when SSO_APP_ID_URI is: where people come back to from their sign-in, for example https://desk.example.com',
        ]
      : []),
  ];
}

function partnerCenterRules(
  settings: Settings,
  given: (name: SettingName) => boolean,
  sandbox: boolean,
): string[] {
  if (settings.PARTNER_CENTER === 'sandbox' && !sandbox) {
    return ['PARTNER_CENTER=sandbox works in sandbox mode only: set it to live or none'];
  }
  if (settings.PARTNER_CENTER !== 'live') return [];
  const problems = addressRules(settings, given, sandbox);
  const several = given('PARTNER_CENTER_ACCOUNTS');
  const single = ([...SIGN_IN, 'PARTNER_CENTER_REFRESH_TOKEN'] as const).filter(given);
  if (several && single.length > 0) {
    problems.push(
      `PARTNER_CENTER_ACCOUNTS and ${single.join(', ')} are both set: keep the file or the settings`,
    );
  }
  if (several && given('PARTNER_CENTER_ORGANIZATION_ID')) {
    problems.push(
      'PARTNER_CENTER_ORGANIZATION_ID and PARTNER_CENTER_ACCOUNTS are both set: give each account its organizationId in the file',
    );
  }
  if (!several) {
    for (const name of SIGN_IN) {
      if (!given(name)) problems.push(`${name} must be set when PARTNER_CENTER is live`);
    }
  }
  if (!sandbox && !given('SECRETS_KEY')) {
    problems.push(
      'SECRETS_KEY must be set when PARTNER_CENTER is live, for example to the output of "openssl rand -hex 32"',
    );
  }
  return problems;
}

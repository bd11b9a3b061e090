import { Duration, IANAZone, DateTime } from 'luxon';
import { z } from 'zod/v4';
import { CURRENCIES } from '../domain/record/currencies';
import { isLoopbackHost } from '../platform/loopback';
import { Secret } from './secret';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ORGANIZATION = /^[\w-]{1,100}$/;
const GUID_EXAMPLE = '1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21';
/** A name, and perhaps an id as Partner Center has them. */
const SOLUTION = /^[^=]{1,250}(?:=\s*[\w-]{1,100})?$/u;
const UPN = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;
const HOST_NAME = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/;
/** What a bearer header may carry (RFC 6750 §2.1), a little wider: printable, no space, no comma. */
const KEY = /^[\x21-\x2b\x2d-\x7e]+$/;

const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const parsedUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const isWebAddress = (text: string): boolean => {
  const url = parsedUrl(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};

/** Plain http carries tokens only on this machine. */
const isSafeAddress = (text: string): boolean =>
  isWebAddress(text) && (text.startsWith('https:') || isLoopbackHost(parsedUrl(text)?.hostname ?? ''));

const isDatabase = (text: string): boolean =>
  /^sqlite:.+/.test(text) || (/^mongodb(?:\+srv)?:\/\/[^/]+/.test(text) && !/\s/.test(text));

const isLanguage = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

const isDuration = (text: string): boolean => {
  const duration = Duration.fromISO(text);
  return duration.isValid && duration.toMillis() > 0;
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

/** "EUR=1.08": a currency there is, and more than nothing. */
const isRate = (text: string): boolean => {
  const [code = '', rate = ''] = text.split('=');
  return CURRENCIES.includes(code) && /^\d{1,6}(?:\.\d{1,8})?$/.test(rate) && Number(rate) > 0;
};

/** One text setting: `must` says in words what is right, `example` shows it. */
const text = (must: string, example: string, right: (value: string) => boolean) =>
  z.string().refine(right, `must be ${must}, for example ${example}`).optional();

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` }).optional();

const list = (must: string, example: string, right: (value: string) => boolean) =>
  text(`${must}, separated by commas`, example, (value) => {
    const parts = split(value);
    return parts.length > 0 && parts.every(right);
  }).transform((value) => (value === undefined ? [] : split(value)));

const secret = (must: string, example: string, right: (value: string) => boolean) =>
  text(must, example, right).transform((value) => (value === undefined ? undefined : new Secret(value)));

const keys = (example: string, shortest: number) =>
  text(
    `one key, or two separated by a comma, of printable characters without spaces${
      shortest > 1 ? ` and at least ${shortest} long` : ''
    }`,
    example,
    (value) => {
      const parts = split(value);
      return (
        parts.length >= 1 && parts.length <= 2 && parts.every((p) => KEY.test(p) && p.length >= shortest)
      );
    },
  ).transform((value) => (value === undefined ? [] : split(value).map((key) => new Secret(key))));

const guid = text('a GUID', GUID_EXAMPLE, (value) => GUID.test(value));
const file = text('the path of a file', '/etc/referral-desk/bot.pem', (value) => !value.includes('\0'));
const something = (value: string): boolean => value !== '';

/** Every setting by its name (README.md lists them), each checked on its own; how they fit together: `rules.ts`. */
export const settings = z.object({
  NODE_ENV: z.string().optional(),
  MicrosoftAppId: guid,
  MicrosoftAppPassword: secret('a client secret', 'the value shown once in Entra', something),
  MicrosoftAppTenantId: guid,
  MicrosoftAppType: choice(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']),
  MicrosoftAppCertificatePath: file,
  MicrosoftAppCertificateKeyPath: file,
  HOST: text('a host name or an IP address', '0.0.0.0', (value) => HOST_NAME.test(value)),
  PORT: text(
    'a whole number from 0 to 65535',
    '3978',
    (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
  ),
  PUBLIC_URL: text(
    'an https address without a query',
    'https://desk.example.com',
    (value) => isSafeAddress(value) && !/[?#]/.test(value),
  ),
  DATABASE_URL: secret(
    'sqlite:PATH, mongodb://… or mongodb+srv://…',
    'sqlite:./data/referral-desk.db',
    isDatabase,
  ),
  ALLOWED_TENANTS: list('Entra tenant ids (GUIDs)', GUID_EXAMPLE, (value) => GUID.test(value)),
  ADMINS: list(
    'Entra object ids or user principal names',
    'sam.rivera@contoso.com',
    (value) => GUID.test(value) || UPN.test(value),
  ),
  INTAKE_KEY: keys('the output of "openssl rand -hex 32"', 1),
  METRICS_KEY: secret(
    'printable characters without spaces',
    'the output of "openssl rand -hex 32"',
    (value) => KEY.test(value),
  ),
  SECRETS_KEY: keys('the output of "openssl rand -hex 32"', 32),
  PARTNER_CENTER: choice(['live', 'sandbox', 'none']),
  PARTNER_CENTER_URL: text('an https address', 'https://api.partner.microsoft.com', (value) =>
    isSafeAddress(value),
  ),
  PARTNER_CENTER_EVENTS_URL: text('an https address', 'https://api.partnercenter.microsoft.com', (value) =>
    isSafeAddress(value),
  ),
  PARTNER_CENTER_WEBHOOK: choice(['on', 'off']),
  PARTNER_CENTER_CERTIFICATE_HOSTS: list('names of hosts', '3psostorageacct.blob.core.windows.net', (value) =>
    /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/.test(value),
  ),
  PARTNER_CENTER_CERTIFICATE_ROOTS: file,
  PARTNER_CENTER_WEB_URL: text(
    'an https address, in which {id} stands for the referral’s id',
    'https://partner.microsoft.com/dashboard/referrals/v2/leads',
    isSafeAddress,
  ),
  PARTNER_CENTER_COSELL_WEB_URL: text(
    'an https address, in which {id} stands for the deal’s id',
    'https://partner.microsoft.com/dashboard/referrals/v2/cosell/{id}',
    isSafeAddress,
  ),
  PARTNER_CENTER_TENANT_ID: guid,
  PARTNER_CENTER_CLIENT_ID: guid,
  PARTNER_CENTER_CLIENT_SECRET: secret('a client secret', 'the value shown once in Entra', something),
  PARTNER_CENTER_CLIENT_SECRET_ENDS: text('a day', '2027-05-31', isDay),
  PARTNER_CENTER_REFRESH_TOKEN: secret('a refresh token', 'the one that "npm run sign-in" shows', something),
  PARTNER_CENTER_ORGANIZATION_ID: text('an organisation’s id in Partner Center', GUID_EXAMPLE, (value) =>
    ORGANIZATION.test(value),
  ),
  PARTNER_CENTER_JOINT_PLANNING_PROGRAMS: list(
    'names of programmes of at most 200 characters',
    'JointPlanning',
    (value) => value.length <= 200,
  ),
  PARTNER_CENTER_ACCOUNTS: file,
  SSO_APP_ID_URI: text(
    'the application ID URI of the Partner Center application in Entra',
    'api://botid-1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21',
    (value) => /^api:\/\/[\w.:/-]{1,300}$/.test(value),
  ),
  REGISTRATION_LEAST_USD: text('a number of US dollars', '25000', (value) => /^\d{1,12}$/.test(value)),
  REGISTRATION_AFTER: text('an ISO 8601 duration above zero', 'PT72H', isDuration),
  USD_RATES: list('currencies with what one unit is worth in US dollars', 'EUR=1.08,GBP=1.27', (value) =>
    isRate(value),
  ),
  CRM_URL: text(
    'an https address with {crmId} in it',
    'https://crm.example.com/deals/{crmId}',
    (value) => isSafeAddress(value) && value.includes('{crmId}'),
  ),
  CO_SELL_SOLUTIONS: list(
    'the names of your co-sell-ready solutions, each with its id behind "=" if you know it',
    'Factory Insights=SOL-20411-CON',
    (value) => SOLUTION.test(value),
  ),
  SOLUTIONS_CATALOGUE: file,
  ERASE_CONTACTS_AFTER: text('an ISO 8601 duration above zero', 'P180D', isDuration),
  LANGUAGE: text('a language tag', 'en', isLanguage),
  TIME_ZONE: text('an IANA time zone', 'Europe/Berlin', (value) => IANAZone.isValidZone(value)),
  FORMS: choice(['dialog', 'card']),
  TEAMS_BUDGET: text(
    'a whole number of percent from 1 to 100000',
    '80',
    (value) => /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= 100_000,
  ),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  SANDBOX_TEAMS: choice(['on', 'off']),
  SANDBOX_CLOCK: text(
    'a time in ISO 8601',
    '2026-03-02T09:00:00Z',
    (value) => DateTime.fromISO(value, { zone: 'utc' }).isValid,
  ),
});

/** One account's delegated sign-in to Partner Center, as the file PARTNER_CENTER_ACCOUNTS has it. */
const account = z.strictObject({
  tenantId: z.string().regex(GUID, 'must be a GUID'),
  clientId: z.string().regex(GUID, 'must be a GUID'),
  clientSecret: z
    .string()
    .min(1)
    .transform((value) => new Secret(value))
    .optional(),
  refreshToken: z
    .string()
    .min(1)
    .transform((value) => new Secret(value))
    .optional(),
  /** The day on which the secret ends: its admins are told before. */
  clientSecretEnds: z.string().refine(isDay, 'must be a day, for example 2027-05-31').optional(),
  organizationId: z.string().regex(ORGANIZATION, 'must be an organisation’s id').optional(),
  /** What people call it. */
  name: z.string().trim().min(1).max(60).optional(),
});

export const accounts = z
  .array(account)
  .min(1)
  .refine(
    (all) => new Set(all.map((one) => one.tenantId.toLowerCase())).size === all.length,
    'must name each tenant once',
  );

export type Settings = z.output<typeof settings>;
export type SettingName = keyof Settings;
export type Account = z.output<typeof account>;

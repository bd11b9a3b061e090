import type { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { DateTime } from 'luxon';
import { settings, type Account, type SettingName, type Settings } from './settings/fields';
import { readFiles, type NamedFiles } from './settings/named-files';
import { databaseOf, type Database } from './settings/database';
import { webUrlsOf } from './settings/record-pages';
import { registrationOf } from './settings/registration';
import { crossRules, isSandbox } from './settings/rules';
import { Secret } from './settings/secret';
import { solutionsOf } from './settings/solutions';
import type { KnownSolution } from './domain/deal/solution';
import { unknownNames } from './settings/unknown-names';

/** All settings, checked and with their defaults. Secrets print as `[secret]`. */
export interface Config {
  /** No real Teams and no real Partner Center; loopback only. */
  readonly sandbox: boolean;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly publicUrl?: string;
  /** Absent in sandbox mode. */
  readonly bot?: BotRegistration;
  readonly database: Database;
  /** Empty in sandbox mode: the sandbox's own tenant. */
  readonly allowedTenants: readonly string[];
  readonly admins: readonly string[];
  /** None: intake is off. */
  readonly intakeKeys: readonly Secret[];
  readonly metricsKey?: Secret;
  /** The first encrypts, all decrypt. None in sandbox mode: one is made beside the database. */
  readonly secretsKeys: readonly Secret[];
  readonly partnerCenter: PartnerCenterConfig;
  readonly registration: ReturnType<typeof registrationOf>;
  readonly crmUrl?: string;
  /** What deals name: one's own that are ready for co-sell, and those of the catalogue. */
  readonly solutions: readonly KnownSolution[];
  /** ISO 8601 duration after closing. */
  readonly eraseContactsAfter?: string;
  readonly language: string;
  readonly timeZone: string;
  readonly forms: 'dialog' | 'card';
  /** How much of Teams' published limits is used, in percent. */
  readonly teamsBudget: number;
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>;
  readonly sandboxTeams: boolean;
  /** Where the sandbox's time starts in a new database, ms UTC. */
  readonly sandboxClock?: number;
}

export interface BotRegistration {
  readonly appId: string;
  readonly appType: NonNullable<Settings['MicrosoftAppType']>;
  readonly tenantId?: string;
  readonly password?: Secret;
  readonly certificatePem?: string;
  readonly certificateKeyPem?: Secret;
}

export interface PartnerCenterConfig {
  readonly mode: 'live' | 'sandbox' | 'none';
  readonly url: string;
  readonly eventsUrl: string;
  /** Whether Partner Center is asked to tell of its changes; live: where the desk has a public address. */
  readonly webhook: boolean;
  /** Where the certificates that events are signed with may stand. */
  readonly certificateHosts: readonly string[];
  /** Roots that these may stand under beside Microsoft's known ones. */
  readonly certificateRoots: readonly X509Certificate[];
  /** The page of a lead, of a co-sell deal; `{id}` is replaced. Absent in sandbox mode: its own. */
  readonly webUrl?: string;
  readonly coSellWebUrl?: string;
  /** One's own organisation, as far as the accounts do not name theirs; absent: learnt from records. */
  readonly organizationId: string | undefined;
  readonly jointPlanning: readonly string[];
  /** By which Teams gives people's tokens for the account's application; set: people may sign in themselves. */
  readonly ssoUri: string | undefined;
  readonly accounts: readonly Account[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process over the `.env` file of the working directory. Throws when that file cannot be read. */
export function loadEnv(folder = process.cwd()): Environment {
  const file = path.join(folder, '.env');
  return { ...(fs.existsSync(file) ? parse(fs.readFileSync(file)) : {}), ...process.env };
}

/**
 * Checks every setting and answers with the Config, or with every problem there is, one line each: the setting's
 * name, what would be right and an example, never a value. Reads the files that settings name (`readFile`).
 */
export function readConfig(
  env: Environment,
  readFile: (file: string) => string = (file) => fs.readFileSync(file, 'utf8'),
): { readonly config: Config } | { readonly problems: string[] } {
  const names = Object.keys(settings.shape) as SettingName[];
  const values = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]));
  const given = (name: SettingName): boolean => values[name] !== undefined;
  const sandbox = isSandbox(given, values['NODE_ENV']);
  const set = Object.keys(env).filter((name) => env[name]?.trim());
  const parsed = settings.safeParse(values);
  const problems = [...unknownNames(set, names), ...(parsed.error?.issues.map(asProblem) ?? [])];
  const good = parsed.data ?? onlyGood(values, parsed.error.issues);
  problems.push(...crossRules(good, given, sandbox));
  const files = readFiles(good, readFile, problems);
  return parsed.data && problems.length === 0
    ? { config: configOf(parsed.data, files, sandbox) }
    : { problems };
}

const asProblem = (issue: { readonly path: PropertyKey[]; readonly message: string }): string =>
  `${issue.path.map(String).join('.')} ${issue.message}`;

/** What the rules may look at although another setting is wrong. */
function onlyGood(
  values: Record<string, string | undefined>,
  issues: readonly { readonly path: PropertyKey[] }[],
): Settings {
  const bad = Object.fromEntries(issues.map((issue) => [String(issue.path[0]), undefined]));
  return settings.parse({ ...values, ...bad });
}

function configOf(s: Settings, files: NamedFiles, sandbox: boolean): Config {
  const bot = botOf(s, files);
  const tenants = bot?.tenantId === undefined ? [] : [bot.tenantId];
  return {
    sandbox,
    host: s.HOST ?? (sandbox ? '127.0.0.1' : '0.0.0.0'),
    port: Number(s.PORT ?? '3978'),
    ...(s.PUBLIC_URL !== undefined && { publicUrl: withoutSlash(s.PUBLIC_URL) }),
    ...(bot && { bot }),
    database: databaseOf(s.DATABASE_URL?.reveal() ?? 'sqlite:./data/referral-desk.db'),
    allowedTenants: s.ALLOWED_TENANTS.length > 0 ? s.ALLOWED_TENANTS : tenants,
    admins: s.ADMINS,
    intakeKeys: s.INTAKE_KEY.length > 0 || !sandbox ? s.INTAKE_KEY : [new Secret('sandbox')],
    ...(s.METRICS_KEY && { metricsKey: s.METRICS_KEY }),
    secretsKeys: s.SECRETS_KEY,
    partnerCenter: partnerCenterOf(s, files, sandbox),
    solutions: solutionsOf(s.CO_SELL_SOLUTIONS, files.solutions ?? [], sandbox),
    ...behaviourOf(s),
  };
}

/** The one that Partner Center's pages show, and clients pin. */
const certificateHostsOf = ({ PARTNER_CENTER_CERTIFICATE_HOSTS: named }: Settings): readonly string[] =>
  named.length > 0 ? named : ['3psostorageacct.blob.core.windows.net'];

function behaviourOf(s: Settings) {
  return {
    ...(s.CRM_URL !== undefined && { crmUrl: s.CRM_URL }),
    registration: registrationOf(s),
    ...(s.ERASE_CONTACTS_AFTER !== undefined && { eraseContactsAfter: s.ERASE_CONTACTS_AFTER }),
    language: s.LANGUAGE ?? 'en',
    timeZone: s.TIME_ZONE ?? 'UTC',
    forms: s.FORMS ?? 'dialog',
    teamsBudget: Number(s.TEAMS_BUDGET ?? '80'),
    logLevel: s.LOG_LEVEL ?? 'info',
    sandboxTeams: s.SANDBOX_TEAMS !== 'off',
    ...(s.SANDBOX_CLOCK !== undefined && {
      sandboxClock: DateTime.fromISO(s.SANDBOX_CLOCK, { zone: 'utc' }).toMillis(),
    }),
  } as const;
}

function botOf(s: Settings, files: NamedFiles): BotRegistration | undefined {
  if (s.MicrosoftAppId === undefined) return undefined;
  return {
    appId: s.MicrosoftAppId,
    appType: s.MicrosoftAppType ?? 'SingleTenant',
    ...(s.MicrosoftAppTenantId !== undefined && { tenantId: s.MicrosoftAppTenantId }),
    ...(s.MicrosoftAppPassword && { password: s.MicrosoftAppPassword }),
    ...(files.certificatePem !== undefined && { certificatePem: files.certificatePem }),
    ...(files.certificateKeyPem && { certificateKeyPem: files.certificateKeyPem }),
  };
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

function partnerCenterOf(s: Settings, files: NamedFiles, sandbox: boolean): PartnerCenterConfig {
  const single: readonly Account[] =
    s.PARTNER_CENTER_TENANT_ID && s.PARTNER_CENTER_CLIENT_ID
      ? [
          {
            tenantId: s.PARTNER_CENTER_TENANT_ID,
            clientId: s.PARTNER_CENTER_CLIENT_ID,
            clientSecret: s.PARTNER_CENTER_CLIENT_SECRET,
            clientSecretEnds: s.PARTNER_CENTER_CLIENT_SECRET_ENDS,
            refreshToken: s.PARTNER_CENTER_REFRESH_TOKEN,
            organizationId: s.PARTNER_CENTER_ORGANIZATION_ID,
          },
        ]
      : [];
  return {
    mode: s.PARTNER_CENTER ?? (sandbox ? 'sandbox' : 'none'),
    url: withoutSlash(s.PARTNER_CENTER_URL ?? 'https://api.partner.microsoft.com'),
    certificateHosts: certificateHostsOf(s),
    certificateRoots: files.certificateRoots ?? [],
    eventsUrl: withoutSlash(s.PARTNER_CENTER_EVENTS_URL ?? 'https://api.partnercenter.microsoft.com'),
    webhook: (s.PARTNER_CENTER_WEBHOOK ?? (s.PUBLIC_URL === undefined || sandbox ? 'off' : 'on')) === 'on',
    ...webUrlsOf(s, sandbox),
    organizationId: s.PARTNER_CENTER_ORGANIZATION_ID,
    jointPlanning: s.PARTNER_CENTER_JOINT_PLANNING_PROGRAMS,
    ssoUri: s.SSO_APP_ID_URI,
    accounts: files.accounts ?? single,
  };
}

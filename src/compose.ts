import path from 'node:path';
import type { Application } from './application/application';
import { createHealth } from './application/health';
import type { Log } from './application/ports/ports';
import type { Accounts } from './application/ports/world';
import type { History, Records, Store } from './application/ports/store';
import { connectRoutes } from './adapters/http/connect';
import { healthRoutes } from './adapters/http/health';
import { intakeRoutes } from './adapters/http/intake';
import { metricsRoutes } from './adapters/http/metrics-route';
import { EVENTS_PATH, partnerCenterEvents } from './adapters/http/partner-center-events';
import { createHttpServer, type HttpServer } from './adapters/http/server';
import { createLog } from './adapters/log';
import type { createMetrics } from './adapters/metrics';
import { openMongo } from './adapters/mongo/open-mongo';
import { liveAccounts, standsAlone } from './adapters/partner-center/accounts';
import { eventVerifier } from './adapters/partner-center/webhook/event-verifier';
import { createPassOn } from './adapters/partner-center/webhook/pass-on';
import { openSqlite } from './adapters/sqlite/open-sqlite';
import { createTeams, type Teams, type TeamsOptions } from './adapters/teams/create-teams';
import type { Config } from './config';
import { secretsKeysOf } from './settings/kept-key';
import { revealedAccount, revealedRegistration } from './settings/revealed';
import { sandboxAccount } from './sandbox/sandbox-account';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox/sandbox';
import { terminalLine } from './sandbox/terminal';

/** JSON lines on stdout; in sandbox mode somebody reads along, so sentences. */
export function logFor(config: Config): Log {
  const sentences = { write: (line: string) => void process.stdout.write(terminalLine(line)) };
  return createLog({ level: config.logLevel, ...(config.sandbox ? sentences : {}) });
}

/** Throws `StoreCannotOpen`. */
export async function openStore({
  database,
}: Pick<Config, 'database'>): Promise<{ store: Store; records: Records; history: History }> {
  return database.kind === 'sqlite' ? openSqlite(database.path) : openMongo(database.url.reveal());
}

/** What every part is given. */
export interface Tools {
  readonly log: Log;
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly real: () => number;
}

const CARDS_FOLDER = path.join(__dirname, '..', 'cards');

export function sandboxFor(config: Config, host: Omit<SandboxOptions, 'cardsFolder' | 'teams'>): Sandbox {
  const start = config.sandboxClock === undefined ? {} : { start: config.sandboxClock };
  return createSandbox({ ...host, cardsFolder: CARDS_FOLDER, teams: config.sandboxTeams, ...start });
}

export function teamsFor(
  config: Config,
  sandbox: Sandbox | undefined,
  tools: Tools & Pick<TeamsOptions, 'looks' | 'callLimitMs'>,
): Teams {
  const { bot } = config;
  const played = sandbox?.teams;
  return createTeams({
    ...tools,
    registration: revealedRegistration(bot),
    botId: bot?.appId ?? played?.bot.appId ?? 'referral-desk',
    tenants: config.allowedTenants,
    forms: config.forms,
    cardsFolder: CARDS_FOLDER,
    language: config.language,
    zone: config.timeZone,
    // The sandbox's port may be another after a restart.
    ...(sandbox?.teams ? { serviceUrl: () => sandbox.teamsUrl() } : {}),
  });
}

/** What the accounts need of the running program. `authority`: stands for Microsoft's sign-in service. */
export interface AccountTools {
  readonly store: Store;
  readonly real: () => number;
  readonly ownUrl: () => string;
  readonly authority?: string | undefined;
}

/** The sandbox's account and a desk that stands alone have names of their own; a live one's is its tenant. */
export function accountsFor(
  config: Config,
  sandbox: Sandbox | undefined,
  { store, real, ownUrl, authority }: AccountTools,
): Accounts {
  const { mode, url, eventsUrl, webhook, accounts, organizationId } = config.partnerCenter;
  if (mode === 'none') return standsAlone();
  const isKnown = config.sandbox || config.publicUrl !== undefined;
  const publicUrl = (): string => config.publicUrl ?? ownUrl();
  const ownEvents = (): string | undefined => (webhook ? `${publicUrl()}${EVENTS_PATH}` : undefined);
  if (mode === 'sandbox' && sandbox)
    return sandboxAccount(sandbox, { store, ownEvents, publicUrl, organizationId });
  return liveAccounts({
    accounts: accounts.map((account) => ({ ...revealedAccount(account), ...(authority && { authority }) })),
    ...{ url, eventsUrl, ownEvents, store, real, keys: secretsKeysOf(config) },
    ...(isKnown && { publicUrl }),
    ssoUri: config.partnerCenter.ssoUri,
  });
}

export function serverFor(
  config: Config,
  application: Application,
  teams: Teams,
  sandbox: Sandbox | undefined,
  { log, metrics, real }: Tools,
): HttpServer {
  const { useCases, world } = application;
  const { certificateHosts, certificateRoots: moreRoots } = config.partnerCenter;
  const signing = { hosts: () => certificateHosts, moreRoots, real, ...sandbox?.signing };
  return createHttpServer({
    host: config.host,
    port: config.port,
    log,
    sandbox: config.sandbox,
    messages: teams.messages(application.turn),
    routes: [
      ...intakeRoutes({ useCases, keys: config.intakeKeys.map((key) => key.reveal()), metrics, log, real }),
      ...partnerCenterEvents({ useCases, verify: eventVerifier(signing), passOn: createPassOn(), log, real }),
      ...connectRoutes({ useCases, log, real }),
      ...healthRoutes({ parts: createHealth(world) }),
      ...metricsRoutes({
        text: () => metrics.text(),
        ...(config.metricsKey ? { key: config.metricsKey.reveal() } : {}),
      }),
      ...(sandbox?.routes ?? []),
    ],
  });
}

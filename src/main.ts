import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createApplication, type Application } from './application/application';
import { renewOld } from './application/living/renew-old';
import { startPolling } from './application/sync/poll';
import { Fault, StoreCannotOpen, StoreUnavailable } from './application/ports/faults';
import { createHealth } from './application/health';
import type { Log } from './application/ports/ports';
import type { Accounts } from './application/ports/world';
import type { History, Records, Store } from './application/ports/store';
import { healthRoutes } from './adapters/http/health';
import { intakeRoutes } from './adapters/http/intake';
import { metricsRoutes } from './adapters/http/metrics-route';
import { partnerCenterEvents } from './adapters/http/partner-center-events';
import { createHttpServer, type HttpServer } from './adapters/http/server';
import { isGone, newHolder } from './adapters/lease-holder';
import { createLog } from './adapters/log';
import { createMetrics } from './adapters/metrics';
import { openMongo } from './adapters/mongo/open-mongo';
import { liveAccounts, oneAccount, standsAlone } from './adapters/partner-center/accounts';
import { createPartnerCenter } from './adapters/partner-center/client';
import { eventVerifier } from './adapters/partner-center/webhook/event-verifier';
import { every } from './adapters/schedule';
import { openSqlite } from './adapters/sqlite/open-sqlite';
import { createTeams, type Teams, type TeamsOptions } from './adapters/teams/create-teams';
import { OFFERED, type Offered } from './adapters/teams/operations/looks';
import { loadEnv, readConfig, type Config } from './config';
import { secretsKeysOf } from './settings/kept-key';
import { settingsOf } from './settings/settings-of';
import { revealedAccount, revealedRegistration } from './settings/revealed';
import { PROGRAM_TOKEN } from './sandbox/program-token';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox/sandbox';
import { seedDesk } from './sandbox/seed';
import { firstLine, terminalLine } from './sandbox/terminal';

/** sysexits.h: the settings are wrong; the database cannot be opened or written. */
const EXIT_CONFIG = 78;
const EXIT_DATABASE = 74;
const LOOK_EVERY_SECONDS = 2;
const LONGEST_STOP_MS = 9_500;

export interface Running {
  readonly url: string;
  /** Takes nothing new, lets what runs end (10 s at most), closes the store. */
  stop(): Promise<void>;
}

/** What the program offers, and how long one HTTP attempt to Teams may take (ms, real time), where it is not as usual. */
export type Unusual = Partial<Offered> & { readonly callLimitMs?: number };

/** Puts the program together and starts it. Throws `StoreCannotOpen`, or in plain words why it cannot listen. */
export async function start(config: Config, log = logFor(config), unusual: Unusual = {}): Promise<Running> {
  const { operations, looks, ...limits } = { ...OFFERED, ...unusual };
  const opened = await openStore(config);
  const holder = newHolder();
  // What a killed process was at work on here goes on at once.
  await opened.store.takeBack((other) => isGone(other, holder));
  const real = (): number => Date.now();
  const address = { url: '' };
  const host = { records: opened.records, real, url: () => address.url, looks };
  const sandbox = config.sandbox ? sandboxFor(config, host) : undefined;
  await sandbox?.load();
  const metrics = createMetrics();
  const teams = teamsFor(config, sandbox, { log, metrics, real, looks, ...limits });
  const accounts = accountsFor(config, sandbox, opened.store);
  const application = createApplication(
    {
      store: opened.store,
      history: opened.history,
      clock: sandbox?.clock ?? { now: real, real },
      messenger: teams.messenger,
      directory: teams.directory,
      log,
      metrics,
      accounts,
      newId: randomUUID,
      pause: async (ms) => pause(ms),
      random: Math.random,
      settings: settingsOf(config, () => `${address.url}/#partner-center/{id}`),
      operations,
    },
    holder,
  );
  const server = serverFor(config, application, teams, sandbox, { log, metrics, real });
  try {
    address.url = (await server.listen()).url;
  } catch (error) {
    await opened.store.close();
    throw error;
  }
  const schedule = await begin(application, sandbox, log);
  return {
    url: address.url,
    stop: async () => {
      schedule.stop();
      await Promise.all([server.close(), application.dispatcher.stop()]);
      await opened.store.close();
    },
  };
}

/** JSON lines on stdout; in sandbox mode somebody reads along, so sentences. */
function logFor(config: Config): Log {
  const sentences = { write: (line: string) => void process.stdout.write(terminalLine(line)) };
  return createLog({ level: config.logLevel, ...(config.sandbox ? sentences : {}) });
}

async function openStore(config: Config): Promise<{ store: Store; records: Records; history: History }> {
  const { database } = config;
  return database.kind === 'sqlite' ? openSqlite(database.path) : openMongo(database.url.reveal());
}

interface Tools {
  readonly log: Log;
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly real: () => number;
}

const CARDS_FOLDER = path.join(__dirname, '..', 'cards');

function sandboxFor(config: Config, host: Omit<SandboxOptions, 'cardsFolder' | 'teams'>): Sandbox {
  const start = config.sandboxClock === undefined ? {} : { start: config.sandboxClock };
  return createSandbox({ ...host, cardsFolder: CARDS_FOLDER, teams: config.sandboxTeams, ...start });
}

function teamsFor(
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

/** The sandbox's account and a desk that stands alone have names of their own; a live one's is its tenant. */
function accountsFor(config: Config, sandbox: Sandbox | undefined, store: Store): Accounts {
  const { mode, url, accounts, organizationId } = config.partnerCenter;
  if (mode === 'none') return standsAlone();
  if (mode === 'sandbox' && sandbox) {
    const token = (): Promise<string> => Promise.resolve(PROGRAM_TOKEN);
    const client = createPartnerCenter({ baseUrl: sandbox.partnerCenterUrl, token });
    return oneAccount('sandbox', client, organizationId);
  }
  return liveAccounts({ accounts: accounts.map(revealedAccount), url, keys: secretsKeysOf(config), store });
}

function serverFor(
  config: Config,
  application: Application,
  teams: Teams,
  sandbox: Sandbox | undefined,
  { log, metrics, real }: Tools,
): HttpServer {
  const { useCases, world } = application;
  const signing = { hosts: () => config.partnerCenter.certificateHosts, real, ...sandbox?.signing };
  return createHttpServer({
    host: config.host,
    port: config.port,
    log,
    sandbox: config.sandbox,
    messages: teams.messages(application.turn),
    routes: [
      ...intakeRoutes({ useCases, keys: config.intakeKeys.map((key) => key.reveal()), metrics, log, real }),
      ...partnerCenterEvents({ useCases, verify: eventVerifier(signing), log, real }),
      ...healthRoutes({ parts: createHealth(world) }),
      ...metricsRoutes({
        text: () => metrics.text(),
        ...(config.metricsKey ? { key: config.metricsKey.reveal() } : {}),
      }),
      ...(sandbox?.routes ?? []),
    ],
  });
}

/** What begins once requests are taken: the sandbox's world, the poll, the look for what is due. */
async function begin(
  application: Application,
  sandbox: Sandbox | undefined,
  log: Log,
): Promise<{ stop(): void }> {
  const { world, dispatcher, useCases } = application;
  sandbox?.attach({
    store: world.store,
    runDue: () => dispatcher.runDue(),
    pollNow: () => useCases.sync.pollNow(),
  });
  if (sandbox?.teams) {
    await seedDesk(world, sandbox.teams, sandbox.teamsUrl());
    await sandbox.firstSample();
  }
  await renewOld(world);
  await startPolling(world);
  dispatcher.kick();
  return every(
    LOOK_EVERY_SECONDS,
    async () => {
      await dispatcher.runDue();
    },
    log,
  );
}

/** The program: reads the settings, starts, says where it listens, ends on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  const read = readConfig(loadEnv());
  if ('problems' in read) {
    console.error(
      `Not started: the settings need correcting.\n${read.problems.map((line) => `- ${line}`).join('\n')}`,
    );
    process.exitCode = EXIT_CONFIG;
    return;
  }
  const { config } = read;
  try {
    const running = await start(config);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void stopThenExit(running));
    console.log(`listening on ${running.url}`);
    if (config.sandbox) console.log(firstLine(config.sandboxTeams, running.url));
  } catch (error) {
    const why = error instanceof Fault || error instanceof Error ? error.message : String(error);
    console.error(`Not started: ${why}`);
    const isDatabase = error instanceof StoreCannotOpen || error instanceof StoreUnavailable;
    process.exit(isDatabase ? EXIT_DATABASE : 1);
  }
}

/** What hangs is cut: its effects are owed still, and are done after the next start. */
async function stopThenExit(running: Running): Promise<void> {
  setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
  await running.stop();
  process.exit(0);
}

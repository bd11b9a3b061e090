import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { createApplication, type Application } from './application/application';
import { renewOld } from './application/living/renew-old';
import { startPolling } from './application/sync/poll';
import { Fault, StoreCannotOpen, StoreUnavailable } from './application/ports/faults';
import type { Log } from './application/ports/ports';
import { isGone, newHolder } from './adapters/lease-holder';
import { createMetrics } from './adapters/metrics';
import { every } from './adapters/schedule';
import { OFFERED, type Offered } from './adapters/teams/operations/looks';
import { accountsFor, logFor, openStore, sandboxFor, serverFor, teamsFor } from './compose';
import { loadEnv, readConfig, type Config } from './config';
import { settingsOf } from './settings/settings-of';
import { seedDesk } from './sandbox/seed';
import type { Sandbox } from './sandbox/sandbox';
import { firstLine } from './sandbox/terminal';

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

/**
 * What the program offers, how long one HTTP attempt to Teams may take (ms, real time), and what stands for Microsoft's
 * sign-in service, where it is not as usual.
 */
export type Unusual = Partial<Offered> & { readonly callLimitMs?: number; readonly authority?: string };

/** Puts the program together and starts it. Throws `StoreCannotOpen`, or in plain words why it cannot listen. */
export async function start(config: Config, log = logFor(config), unusual: Unusual = {}): Promise<Running> {
  const { operations, looks, authority, ...limits } = { ...OFFERED, ...unusual };
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
  const accounts = accountsFor(config, sandbox, {
    ...{ store: opened.store, real, authority },
    ownUrl: () => address.url,
  });
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

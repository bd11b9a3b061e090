import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createApplication } from './application/application';
import { examine } from './application/diagnose/diagnosis';
import { StoreCannotOpen } from './application/ports/faults';
import type { Log } from './application/ports/ports';
import type { Accounts, World } from './application/ports/world';
import { newHolder } from './adapters/lease-holder';
import { createMetrics } from './adapters/metrics';
import { standsAlone } from './adapters/partner-center/accounts';
import { summary } from './adapters/teams/answers/diagnosis';
import { diagnosisLines } from './adapters/teams/answers/diagnosis-lines';
import { createRenderer } from './adapters/teams/cards/renderer';
import { OFFERED } from './adapters/teams/operations/looks';
import { accountsFor, openStore, teamsFor } from './compose';
import { loadEnv, readConfig, type Config, type Environment } from './config';
import { settingsOf } from './settings/settings-of';

const EXIT_CONFIG = 78;
const EXIT_DATABASE = 74;

/** Where lines go; a test sets what stands for Microsoft's sign-in service. */
export interface DiagnoseTools {
  readonly say: (line: string) => void;
  readonly authority?: string;
}

/**
 * `npm run diagnose`: each part, whether it works, and what to do. The program itself may run meanwhile. Answers with the exit
 * code: 0 all works, 1 something does not, 74 and 78 as the program's own.
 */
export async function diagnose(env: Environment, tools: DiagnoseTools): Promise<number> {
  const { say } = tools;
  const read = readConfig(env);
  if ('problems' in read) {
    say(`The settings need correcting.\n${read.problems.map((line) => `- ${line}`).join('\n')}`);
    return EXIT_CONFIG;
  }
  try {
    return await examined(read.config, tools);
  } catch (error) {
    if (!(error instanceof StoreCannotOpen)) throw error;
    say(error.message);
    return EXIT_DATABASE;
  }
}

async function examined(config: Config, tools: DiagnoseTools): Promise<number> {
  const opened = await openStore(config);
  try {
    const diagnosis = await examine(worldOf(config, opened, tools), !config.sandbox);
    const { language, timeZone: zone, forms } = config;
    const cardsFolder = path.join(__dirname, '..', 'cards');
    const { reader: readerOf } = createRenderer({ forms, cardsFolder, looks: OFFERED.looks });
    const reader = readerOf({ language, zone }, diagnosis.now);
    const lines = diagnosisLines(reader, diagnosis);
    for (const { text } of lines) tools.say(text);
    tools.say(summary(reader, lines));
    return lines.every(({ works }) => works) ? 0 : 1;
  } finally {
    await opened.store.close();
  }
}

type Opened = Awaited<ReturnType<typeof openStore>>;

const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The program's parts without its doors: nothing is taken in, and what is owed is left to the program. */
function worldOf(config: Config, { store, history }: Opened, tools: DiagnoseTools): World {
  const real = (): number => Date.now();
  const metrics = createMetrics();
  const { looks, operations } = OFFERED;
  const { messenger, directory } = teamsFor(config, undefined, { log: QUIET, metrics, real, looks });
  const { world } = createApplication(
    {
      ...{ store, history, messenger, directory, metrics, operations, log: QUIET },
      clock: { now: real, real },
      accounts: accountsOf(config, store, real, tools),
      newId: randomUUID,
      pause: async (ms) => pause(ms),
      random: Math.random,
      settings: settingsOf(config, () => ''),
    },
    newHolder(),
  );
  return { ...world, kick: () => undefined };
}

/** The sandbox's Partner Center is played by the program itself, and not by this one. */
const accountsOf = (
  config: Config,
  store: Opened['store'],
  real: () => number,
  { authority }: DiagnoseTools,
): Accounts =>
  config.partnerCenter.mode === 'sandbox'
    ? standsAlone()
    : accountsFor(config, undefined, { store, real, ownUrl: () => '', authority });

if (require.main === module) {
  diagnose(loadEnv(), { say: (line) => process.stdout.write(`${line}\n`) }).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`Not examined: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

import path from 'node:path';
import { examine } from './application/diagnose/diagnosis';
import { StoreCannotOpen } from './application/ports/faults';
import type { Accounts } from './application/ports/world';
import { standsAlone } from './adapters/partner-center/accounts';
import { summary } from './adapters/teams/answers/diagnosis';
import { diagnosisLines } from './adapters/teams/answers/diagnosis-lines';
import { createRenderer } from './adapters/teams/cards/renderer';
import { OFFERED } from './adapters/teams/operations/looks';
import { accountsFor, openStore } from './compose';
import { loadEnv, readConfig, type Config, type Environment } from './config';
import { worldAside, type Opened } from './world-aside';

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
    const real = (): number => Date.now();
    const accounts = accountsOf(config, opened.store, real, tools);
    const world = worldAside(config, opened, { accounts, clock: { now: real, real } });
    const diagnosis = await examine(world, !config.sandbox);
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

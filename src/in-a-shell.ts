import path from 'node:path';
import { StoreCannotOpen } from './application/ports/faults';
import type { World } from './application/ports/world';
import type { Reader } from './adapters/teams/cards/reader';
import { createRenderer } from './adapters/teams/cards/renderer';
import { OFFERED } from './adapters/teams/operations/looks';
import { accountsFor, openStore, sandboxFor } from './compose';
import { readConfig, type Config, type Environment } from './config';
import { worldAside, type Opened } from './world-aside';

/** sysexits.h: wrong use, wrong data, no such file, it cannot be made; the database, the settings. */
export const EXIT = { usage: 64, data: 65, noFile: 66, noRoom: 73, database: 74, config: 78 } as const;

/** Where lines go. */
export interface ShellTools {
  readonly say: (line: string) => void;
}

/** Settings are read and told like the program's own; `work` answers with the exit code. */
export async function withSettings(
  env: Environment,
  { say }: ShellTools,
  work: (config: Config) => Promise<number>,
): Promise<number> {
  const read = readConfig(env);
  if ('problems' in read) {
    say(`The settings need correcting.\n${read.problems.map((line) => `- ${line}`).join('\n')}`);
    return EXIT.config;
  }
  try {
    return await work(read.config);
  } catch (error) {
    if (!(error instanceof StoreCannotOpen)) throw error;
    say(error.message);
    return EXIT.database;
  }
}

/** The program's accounts and its time, which may have been moved in the sandbox; nobody is asked anything. */
export async function withWorld<T>(config: Config, work: (world: World) => Promise<T>): Promise<T> {
  const opened = await openStore(config);
  try {
    return await work(worldAside(config, opened, await aside(config, opened)));
  } finally {
    await opened.store.close();
  }
}

async function aside(config: Config, { store, records }: Opened) {
  const real = (): number => Date.now();
  const url = (): string => '';
  const sandbox = config.sandbox
    ? sandboxFor(config, { records, real, url, looks: OFFERED.looks })
    : undefined;
  await sandbox?.clock.load();
  const accounts = accountsFor(config, sandbox, { store, real, ownUrl: url });
  return { accounts, clock: sandbox?.clock ?? { now: real, real } };
}

/** Who reads in the shell: in the program's language and zone. `now`: business time in ms, of what has times. */
export function readerIn({ forms, language, timeZone: zone }: Config, now = 0): Reader {
  const cardsFolder = path.join(__dirname, '..', 'cards');
  return createRenderer({ forms, cardsFolder, looks: OFFERED.looks }).reader({ language, zone }, now);
}

/** A file named in the shell: beside where the command was given (`npm run` goes elsewhere, npm-run-script page). */
export const fileNamed = (env: Environment, file: string): string =>
  path.resolve(env['INIT_CWD'] ?? '.', file);

/** Runs it as a program of its own. */
export function runInShell(work: (tools: ShellTools) => Promise<number>): void {
  work({ say: (line) => void process.stdout.write(`${line}\n`) }).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`Not done: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

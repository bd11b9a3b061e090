import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkSheet } from './application/bulk/check-sheet';
import { notSound, type BulkAnswer } from './application/bulk/import-file';
import { takeSheet } from './application/bulk/take-sheet';
import { StoreCannotOpen } from './application/ports/faults';
import { bulkWords } from './adapters/teams/answers/bulk';
import { createRenderer } from './adapters/teams/cards/renderer';
import { OFFERED } from './adapters/teams/operations/looks';
import { accountsFor, openStore, sandboxFor } from './compose';
import { loadEnv, readConfig, type Config, type Environment } from './config';
import { readCsv } from './platform/csv';
import { worldAside, type Opened } from './world-aside';

/** sysexits.h: wrong use, wrong data, no such file; the settings, the database. */
const EXIT = { usage: 64, data: 65, file: 66, database: 74, config: 78 } as const;
const MOST_BYTES = 8 * 1024 * 1024;

/** Where lines go. */
export interface ImportTools {
  readonly say: (line: string) => void;
}

/**
 * `npm run import FILE`: takes in Partner Center's bulk CSV; `-- FILE --check` only says what it would do. All rows are checked before
 * the first is taken. The program may run meanwhile, and shows what is new. Answers with the exit code: 0; 64 no file was named, 65
 * something in it is wrong, 66 it is not there, 74 and 78 as the program's own.
 */
export async function importFile(
  env: Environment,
  args: readonly string[],
  { say }: ImportTools,
): Promise<number> {
  const read = readConfig(env);
  if ('problems' in read) {
    say(`The settings need correcting.\n${read.problems.map((line) => `- ${line}`).join('\n')}`);
    return EXIT.config;
  }
  const [file, ...more] = args.filter((one) => one !== '--check');
  const { config } = read;
  if (file === undefined || more.length > 0) {
    say(wordsOf(config, 'bulk.usage'));
    return EXIT.usage;
  }
  const bytes = bytesOf(path.resolve(env['INIT_CWD'] ?? '.', file));
  if (!bytes) {
    say(wordsOf(config, 'bulk.no-file', { file }));
    return EXIT.file;
  }
  const csv = readCsv(bytes);
  if ('problem' in csv) {
    const { line } = csv;
    say(
      line === undefined
        ? wordsOf(config, `bulk.file.${csv.problem}`)
        : wordsOf(config, 'bulk.file.broken-at', { line: String(line) }),
    );
    return EXIT.data;
  }
  try {
    const answer = await withStore(config, (opened) =>
      taken(config, opened, csv.rows, { name: path.basename(file), takes: !args.includes('--check') }),
    );
    const { title, text, also = [] } = bulkWords(readerOf(config), answer);
    // What is only looked at has no button here.
    const lines = answer.kind === 'bulk-preview' ? also : [text, ...also];
    for (const line of [title, ...lines]) say(line);
    return answer.kind === 'bulk-taken' || answer.kind === 'bulk-preview' ? 0 : EXIT.data;
  } catch (error) {
    if (!(error instanceof StoreCannotOpen)) throw error;
    say(error.message);
    return EXIT.database;
  }
}

function bytesOf(file: string): Buffer | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= MOST_BYTES ? readFileSync(file) : undefined;
}

async function withStore<T>(config: Config, work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openStore(config);
  try {
    return await work(opened);
  } finally {
    await opened.store.close();
  }
}

async function taken(
  config: Config,
  opened: Opened,
  rows: readonly (readonly string[])[],
  { name, takes }: { readonly name: string; readonly takes: boolean },
): Promise<BulkAnswer> {
  const world = worldAside(config, opened, await aside(config, opened));
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const checked = await checkSheet(world, { rows, hash });
  if (checked.kind !== 'sound') return notSound(checked);
  const { counts, unknown } = checked;
  if (!takes) return { kind: 'bulk-preview', name, counts, unknown, ticket: '' };
  return { kind: 'bulk-taken', counts: await takeSheet(world, checked.rows), before: false };
}

/** The accounts are the program's, and so is the time, which may have been moved in the sandbox; nothing is asked of either. */
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

const rendererOf = ({ forms }: Config) =>
  createRenderer({ forms, cardsFolder: path.join(__dirname, '..', 'cards'), looks: OFFERED.looks });

const readerOf = (config: Config) =>
  rendererOf(config).reader({ language: config.language, zone: config.timeZone }, 0);

const wordsOf = (config: Config, ...[key, params]: Parameters<ReturnType<typeof readerOf>['say']>): string =>
  readerOf(config).say(key, params);

if (require.main === module) {
  importFile(loadEnv(), process.argv.slice(2), { say: (line) => process.stdout.write(`${line}\n`) }).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`Not taken in: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

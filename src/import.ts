import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkSheet } from './application/bulk/check-sheet';
import { notSound, type BulkAnswer } from './application/bulk/import-file';
import { takeSheet } from './application/bulk/take-sheet';
import { bulkWords } from './adapters/teams/answers/bulk';
import { sheetOf } from './adapters/teams/commands/importing';
import { loadEnv, type Config, type Environment } from './config';
import {
  EXIT,
  fileNamed,
  readerIn,
  runInShell,
  withSettings,
  withWorld,
  type ShellTools,
} from './in-a-shell';
import { readCsv } from './platform/csv';

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * `npm run import FILE`: takes in Partner Center's bulk CSV; `-- FILE --check` only says what it would do. All rows are checked before
 * the first is taken. The program may run meanwhile, and shows what is new. Answers with the exit code: 0; 64 no file was named, 65
 * something in it is wrong, 66 it is not there, 74 and 78 as the program's own.
 */
export const importFile = (env: Environment, args: readonly string[], tools: ShellTools): Promise<number> =>
  withSettings(env, tools, (config) => imported(config, env, args, tools));

async function imported(
  config: Config,
  env: Environment,
  args: readonly string[],
  { say }: ShellTools,
): Promise<number> {
  const reader = readerIn(config);
  const [file, ...more] = args.filter((one) => one !== '--check');
  if (file === undefined || more.length > 0) {
    say(reader.say('bulk.usage'));
    return EXIT.usage;
  }
  const bytes = bytesOf(fileNamed(env, file));
  if (!bytes) {
    say(reader.say('bulk.no-file', { file }));
    return EXIT.noFile;
  }
  const csv = readCsv(bytes);
  if ('problem' in csv) {
    const { line, problem } = csv;
    say(
      line === undefined
        ? reader.say(`bulk.file.${problem}`)
        : reader.say('bulk.file.broken-at', { line: String(line) }),
    );
    return EXIT.data;
  }
  const how = { name: path.basename(file), takes: !args.includes('--check') };
  const answer = await taken(config, csv.rows, how);
  const { title, text, also = [] } = bulkWords(reader, answer);
  // What is only looked at has no button here.
  const lines = answer.kind === 'bulk-preview' ? also : [text, ...also];
  for (const line of [title, ...lines]) if (line !== '') say(line);
  return answer.kind === 'bulk-taken' || answer.kind === 'bulk-preview' ? 0 : EXIT.data;
}

function bytesOf(file: string): Buffer | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= MOST_BYTES ? readFileSync(file) : undefined;
}

const taken = (
  config: Config,
  rows: readonly (readonly string[])[],
  { name, takes }: { readonly name: string; readonly takes: boolean },
): Promise<BulkAnswer> =>
  withWorld(config, async (world) => {
    const checked = await checkSheet(world, sheetOf(rows));
    if (checked.kind !== 'sound') return notSound(checked);
    const { counts, unknown } = checked;
    if (!takes) return { kind: 'bulk-preview', name, counts, unknown, ticket: '' };
    return { kind: 'bulk-taken', counts: await takeSheet(world, checked.rows), before: false };
  });

if (require.main === module) runInShell((tools) => importFile(loadEnv(), process.argv.slice(2), tools));

import { writeFileSync } from 'node:fs';
import { exportOf } from './application/bulk/export-rows';
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
import { writeCsv } from './platform/csv';

/** Whoever may read the database may read this, and nobody else. */
const OWNER_ONLY = 0o600;

/**
 * `npm run export FILE`: all referrals as Partner Center's bulk CSV, 5,000 at most, into a file that is not there yet. The program may
 * run meanwhile. Answers with the exit code: 0; 64 no file was named, 73 it cannot be made, 74 and 78 as the program's own.
 */
export const exportFile = (env: Environment, args: readonly string[], tools: ShellTools): Promise<number> =>
  withSettings(env, tools, (config) => exported(config, env, args, tools));

async function exported(
  config: Config,
  env: Environment,
  [file, ...more]: readonly string[],
  { say }: ShellTools,
): Promise<number> {
  const reader = readerIn(config);
  if (file === undefined || more.length > 0) {
    say(reader.say('bulk.export-usage'));
    return EXIT.usage;
  }
  const found = await withWorld(config, (world) => exportOf(world, [{}]));
  try {
    writeFileSync(fileNamed(env, file), writeCsv(found.rows), { flag: 'wx', mode: OWNER_ONLY });
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? '';
    say(
      why === 'EEXIST' ? reader.say('bulk.is-there', { file }) : reader.say('bulk.not-made', { file, why }),
    );
    return EXIT.noRoom;
  }
  say(reader.say(found.more ? 'bulk.exported-first' : 'bulk.exported', { count: found.count, file }));
  return 0;
}

if (require.main === module) runInShell((tools) => exportFile(loadEnv(), process.argv.slice(2), tools));

// All checks, as many at once as there are cores; each failure says what to do.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

const checks = [
  {
    name: 'lint',
    script: 'lint',
    cure:
      'Correct what oxlint names above. This also refuses focused tests (it.only and the like) and process.env outside ' +
      'src/config.ts.',
  },
  { name: 'layout', script: 'layout', cure: '"npm run format" does it.' },
  { name: 'types', script: 'types', cure: 'Correct the type errors above.' },
  {
    name: 'layers',
    script: 'layers',
    cure: 'Move the import; .dependency-cruiser.cjs says for each rule, in its comment, what to do.',
  },
  {
    name: 'strings',
    script: 'strings',
    cure: 'Take the sentences named above out of cards/strings: no code says them.',
  },
  {
    name: 'tables',
    script: 'check:tables',
    cure: 'Let the files named above read the row of the table instead of its name.',
  },
  {
    name: 'dead code',
    script: 'deadcode',
    cure: 'Delete what nothing uses, or take "export" away; a package that nothing uses leaves package.json.',
  },
  {
    name: 'lock file',
    script: 'check:lock',
    cure:
      'For "resolved": run "npm install --omit-lockfile-registry-resolved" after deleting those lines. For a missing ' +
      'entry: pin that package to a version whose packages for all platforms your registry has, then install again.',
  },
];

const npm = process.env.npm_execpath;
const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
const root = new URL('..', import.meta.url);
const failed = [];

const waiting = [...checks];
await Promise.all(Array.from({ length: os.availableParallelism() }, next));

async function next() {
  for (let check = waiting.shift(); check; check = waiting.shift()) await run(check);
}

/** What a check says is shown when it is over: two at once would be read mixed. */
function run({ name, script, cure }) {
  const said = [];
  const child = spawn(command, [...before, 'run', '--silent', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  return new Promise((resolve) => {
    const over = (status) => {
      console.log(`== ${name}\n${Buffer.concat(said).toString()}`.trimEnd());
      if (status !== 0) {
        failed.push(name);
        console.error(`${name} failed. ${cure}`);
      }
      resolve();
    };
    child.once('error', (error) => over(said.push(Buffer.from(error.message))));
    child.once('close', over);
  });
}

if (!fs.existsSync(new URL('src/', root))) failed.push('there is no src to check');
console.log(failed.length ? `check failed: ${failed.join(', ')}` : `check passed: ${checks.length} checks`);
process.exitCode = failed.length ? 1 : 0;

// Finds what the tests need, runs jest with the arguments given, and ends with its totals and its exit code.
// Without a mongod or a browser the suites that need one are skipped and say why; with CI=true that is a failure.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isStale } from './build.mjs';
import { findMongod } from './mongod.mjs';
import { findChromium } from './programs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const LEFT_OPEN_LIMIT_MS = 20_000;
const ROOM_BYTES = 6e9;
const parent = process.ppid;
const strict = process.env.CI === 'true';
const env = { ...process.env };
const skipped = [];

const declined = process.env.REFERRAL_DESK_NO_MONGOD;
// Some stories start the program as a process of its own: built once, before the tests.
const [mongod, isBuilt] = await Promise.all([
  declined ? { reason: declined } : findMongod(),
  !isStale() || build({ onlyIfStale: true }),
]);
if (mongod.binary) {
  console.log(`mongod ${mongod.version}: ${mongod.binary}`);
  env.MONGOMS_SYSTEM_BINARY = mongod.binary;
  env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  env.MONGOMS_RUNTIME_DOWNLOAD = 'false';
} else {
  delete env.MONGOMS_SYSTEM_BINARY;
  env.REFERRAL_DESK_NO_MONGOD = mongod.reason;
  skipped.push(`no mongod, the tests against MongoDB are skipped (${mongod.reason})`);
}

const chromium = findChromium();
if (chromium.binary) {
  console.log(`browser: ${chromium.binary}`);
  env.CHROMIUM_PATH = chromium.binary;
} else {
  delete env.CHROMIUM_PATH;
  env.REFERRAL_DESK_NO_CHROMIUM = chromium.reason;
  skipped.push(`no browser, the browser test is skipped (${chromium.reason})`);
}

for (const line of skipped) console.log(line);
if (strict && skipped.length) {
  console.error('With CI=true nothing may be skipped: provide what is missing above.');
  process.exit(1);
}

if (!isBuilt) {
  console.error('Not tested: the sources have the errors above.');
  process.exit(1);
}

const folder = scratch();
env.TMPDIR = folder;
const file = path.join(folder, 'totals.json');
const config = createRequire(import.meta.url)('../jest.config.js');
config.rootDir = root;
config.reporters = ['default', [path.join(root, 'scripts/jest-reporter.cjs'), { file }]];

const jest = path.join(
  path.dirname(createRequire(import.meta.url).resolve('jest/package.json')),
  'bin/jest.js',
);
// Most of what tests run runs once: compiled at once and collected less often it takes a twentieth less.
const v8 = ['--always-sparkplug', '--max-semi-space-size=64'];
const args = [...v8, jest, '--config', JSON.stringify(config), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
let stuck = false;
const watch = setInterval(watchOver, 500);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const status = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
clearInterval(watch);

const totals = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
fs.rmSync(folder, { recursive: true, force: true });
if (stuck) {
  console.error(
    'The tests were over but did not end: something was left open. Try: npm test -- --detectOpenHandles',
  );
}
for (const line of skipped) console.log(`not run: ${line}`);
if (totals?.skipped) console.log(`${totals.skipped} skipped`);
if (totals) console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = status;

/**
 * A folder for all that the run writes, gone with its end. In memory where there is plenty of it: there are a thousand databases,
 * and each waits for the disk at each commit.
 */
function scratch() {
  const memory = '/dev/shm';
  const roomy = os.freemem() > ROOM_BYTES && fs.existsSync(memory) && freeIn(memory) > ROOM_BYTES;
  const made = fs.mkdtempSync(path.join(roomy ? memory : os.tmpdir(), 'referral-desk-test-'));
  // Some stories run the program as another user.
  fs.chmodSync(made, 0o755);
  return made;
}

function freeIn(place) {
  const { bavail, bsize } = fs.statfsSync(place);
  return bavail * bsize;
}

/** Ends jest when its tests left something open, or when npm was ended and its shell did not pass that on. */
function watchOver() {
  if (process.ppid !== parent) child.kill('SIGTERM');
  const over = fs.statSync(file, { throwIfNoEntry: false });
  if (stuck || !over || args.some((arg) => arg.startsWith('--watch'))) return;
  if (Date.now() - over.mtimeMs < LEFT_OPEN_LIMIT_MS) return;
  stuck = true;
  child.kill('SIGKILL');
}

// Compiles src to dist and copies what is not TypeScript, so that dist runs beside cards/ and node_modules
// without src.
// As a module: isStale() and build(), for scripts/start.mjs.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = path.join(root, 'src');
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.built');
const lock = path.join(dist, '.building');
const assets = new Set(['.html', '.css', '.js', '.svg', '.png']);
const settings = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'scripts/build.mjs'];

const entries = (dir) => (fs.existsSync(dir) ? fs.readdirSync(dir, { recursive: true }).map(String) : []);
const modified = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether dist is missing or older than anything it is made from (folders tell of deleted files). */
export function isStale() {
  if (!fs.existsSync(src)) return false;
  const made = Math.min(modified(stamp), fs.existsSync(path.join(dist, 'main.js')) ? Infinity : 0);
  const sources = [src, ...entries(src).map((name) => path.join(src, name))];
  return [...sources, ...settings.map((name) => path.join(root, name))].some((file) => modified(file) > made);
}

/** The path of the installed compiler, or undefined where only the dependencies for production are installed. */
export function compiler() {
  const { resolve } = createRequire(import.meta.url);
  try {
    return path.join(path.dirname(resolve('@typescript/native/package.json')), 'bin/tsc');
  } catch {
    return undefined;
  }
}

/** Builds, one process at a time; false when the sources have errors, which are then on stderr. */
export async function build({ onlyIfStale = false } = {}) {
  const tsc = compiler();
  if (!tsc)
    throw new Error('What builds is not installed: run npm install with development dependencies first.');
  await takeLock();
  try {
    if (onlyIfStale && !isStale()) return true;
    const begun = new Date();
    fs.rmSync(stamp, { force: true });
    removeOrphans();
    if ((await run(tsc)) !== 0) return false;
    for (const name of entries(src).filter(isAsset)) {
      fs.mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
      fs.copyFileSync(path.join(src, name), path.join(dist, name));
    }
    fs.writeFileSync(stamp, '');
    fs.utimesSync(stamp, begun, begun);
    return true;
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

const isAsset = (name) => assets.has(path.extname(name));

function removeOrphans() {
  for (const name of entries(dist)) {
    const file = path.join(dist, name);
    if (path.basename(name).startsWith('.') || fs.statSync(file).isDirectory()) continue;
    const source = path.join(src, name);
    const made = [source, source.replace(/\.js(\.map)?$/, '.ts')];
    if (!made.some((candidate) => fs.existsSync(candidate))) fs.rmSync(file);
  }
}

function run(tsc) {
  const args = [tsc, '-p', path.join(root, 'tsconfig.build.json')];
  return new Promise((resolve, reject) => {
    // The compiler writes errors to stdout; stdout belongs to the program that may start next.
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function takeLock() {
  fs.mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderLives()) fs.rmSync(lock, { force: true });
    await sleep(100);
  }
}

function holderLives() {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    if (pid === process.pid) return false;
    // Just created and not yet written: give its maker a moment.
    if (!pid) return Date.now() - modified(lock) < 2_000;
    process.kill(pid, 0);
    return Date.now() - modified(lock) < 300_000;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await build())) {
    console.error('The build failed: correct the errors above.');
    process.exitCode = 1;
  }
}

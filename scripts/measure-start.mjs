// Measures the start: seconds from the start command until the first referral's card stands in the sandbox's channel,
// and the memory of the process then. Each run has a new database in a temporary folder and a free port.
// node scripts/measure-start.mjs [runs] [--cold]: --cold deletes dist before each run, so that the build counts too.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START_LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 20;

const root = fileURLToPath(new URL('..', import.meta.url));
const cold = process.argv.includes('--cold');
const runs = Number(process.argv.slice(2).find((arg) => /^[1-9]\d*$/.test(arg)) ?? 1);

/** npm's own part counts too: this is what a person waits for. */
function startProgram(folder) {
  const env = { ...process.env, DATABASE_URL: `sqlite:${path.join(folder, 'x.db')}`, PORT: '0' };
  for (const name of [
    'NODE_ENV',
    'MicrosoftAppId',
    'HOST',
    'PARTNER_CENTER',
    'SANDBOX_TEAMS',
    'SANDBOX_CLOCK',
  ]) {
    delete env[name];
  }
  const child = spawn('npm', ['start'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seen = { output: '', ended: false };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (seen.output += chunk));
  child.once('close', () => (seen.ended = true));
  return { child, seen };
}

async function firstCard(seen, begun) {
  while (performance.now() - begun < START_LIMIT_MS) {
    if (seen.ended) throw new Error(`the program ended:\n${seen.output}`);
    const url = /listening on (http:\/\/\S+)/.exec(seen.output)?.[1];
    if (url && (await hasCard(url))) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`no card after ${START_LIMIT_MS / 1000} s:\n${seen.output}`);
}

async function hasCard(url) {
  const get = async (route) => (await fetch(new URL(route, url))).json();
  for (const { id } of await get('/sandbox/conversations')) {
    const activities = await get(`/sandbox/conversations/${encodeURIComponent(id)}/activities`);
    if (activities.some(({ attachments }) => attachments.length > 0)) return true;
  }
  return false;
}

/** MB of the largest process in the group: the program itself, not npm. Reads /proc, so undefined elsewhere than on Linux. */
function memoryOf(group) {
  if (!fs.existsSync('/proc/self/stat')) return undefined;
  const sizes = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => sizeIfIn(pid, group));
  return Math.max(...sizes);
}

function sizeIfIn(pid, group) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, , inGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, isMain] = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (Number(inGroup) !== group || !isMain?.endsWith('scripts/start.mjs')) return [];
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? [Number(kilobytes) / 1024] : [];
  } catch {
    return [];
  }
}

async function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-measure-'));
  if (cold) fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const begun = performance.now();
  const { child, seen } = startProgram(folder);
  try {
    await firstCard(seen, begun);
    return { seconds: (performance.now() - begun) / 1000, megabytes: memoryOf(child.pid) };
  } finally {
    const ended = new Promise((resolve) => (seen.ended ? resolve() : child.once('close', resolve)));
    if (!seen.ended) process.kill(-child.pid, 'SIGTERM');
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function summary(name, unit, figures) {
  const sorted = figures.filter((figure) => figure !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return `${name}: not measured on this system`;
  const words = (figure) => figure.toFixed(unit === 's' ? 2 : 0);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return `${name}: median ${words(median)} ${unit}, from ${words(sorted[0])} to ${words(sorted.at(-1))} ${unit}`;
}

const results = [];
for (let run = 1; run <= runs; run += 1) {
  const result = await measure();
  results.push(result);
  const memory = result.megabytes === undefined ? 'memory not measured' : `${result.megabytes.toFixed(0)} MB`;
  console.log(`run ${run}: ${result.seconds.toFixed(2)} s, ${memory}`);
}
console.log(`${cold ? 'cold, with the build' : 'warm'}; Node ${process.version}, ${os.cpus().length} cores`);
console.log(
  summary(
    'first card',
    's',
    results.map(({ seconds }) => seconds),
  ),
);
console.log(
  summary(
    'memory',
    'MB',
    results.map(({ megabytes }) => megabytes),
  ),
);

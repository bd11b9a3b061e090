// Starts the real program as a new user would, asks it a few things, and stops it. Exit code 0 when all went well.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const START_LIMIT_MS = 120_000;
const ANSWER_LIMIT_MS = 10_000;
const STOP_LIMIT_MS = 10_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-smoke-'));
const env = { ...process.env, DATABASE_URL: `sqlite:${path.join(folder, 'x.db')}`, PORT: '0' };
for (const name of ['NODE_ENV', 'MicrosoftAppId', 'HOST', 'PARTNER_CENTER']) delete env[name];

let output = '';
const npm = process.env.npm_execpath;
const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
// A process group of its own, so that nothing is left behind when a step fails; the signal goes to npm alone.
const options = { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] };
const child = spawn(command, [...before, 'start'], options);
for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));

const steps = [];

async function step(name, work) {
  try {
    await work();
    steps.push(true);
    console.log(`ok: ${name}`);
  } catch (error) {
    steps.push(false);
    console.log(`FAILED: ${name}: ${error.cause?.message ?? error.message}`);
  }
}

function within(ms, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function listening() {
  const announced = new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /listening on (http:\/\/[^\s"]+)/.exec(output);
      if (found) resolve(found[1]);
    });
    ended.then((code) => reject(new Error(`it ended with ${code}`)));
  });
  return within(START_LIMIT_MS, announced, 'the start');
}

async function get(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  const body = await response.text();
  if (!response.ok) throw new Error(`status ${response.status}: ${body.slice(0, 300)}`);
  if (!body) throw new Error('an empty answer');
}

let url;
await step('npm start listens', async () => (url = await listening()));
for (const route of ['/health/ready', '/', '/sandbox/conversations']) {
  await step(`GET ${route}`, async () => {
    if (!url) throw new Error('not run, because it does not listen');
    await get(new URL(route, url));
  });
}
await step(`SIGTERM ends it with code 0 within ${STOP_LIMIT_MS / 1000} s`, async () => {
  if (!url) throw new Error('not run, because it does not listen');
  child.kill('SIGTERM');
  const code = await within(STOP_LIMIT_MS, ended, 'the stop');
  if (code !== 0) throw new Error(`it ended with ${code}`);
});

try {
  process.kill(-child.pid, 'SIGKILL');
  if (steps.every(Boolean)) {
    steps.push(false);
    console.log('FAILED: a process was left behind');
  }
} catch (error) {
  if (error.code !== 'ESRCH') throw error;
}
fs.rmSync(folder, { recursive: true, force: true });

const failed = steps.filter((good) => !good).length;
if (failed) console.log(`--- what it printed ---\n${output.trimEnd()}\n---`);
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

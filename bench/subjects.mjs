// The servers that are measured, each a process of its own: this program on SQLite, on MongoDB, and the bare SDK.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { findMongod } from '../scripts/mongod.mjs';
import { actionOf, inputsOf, invoke, personOf, post, say, send } from './client.mjs';
import { PEOPLE } from './teams.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const START_LIMIT_MS = 120_000;

/** Starts a script with the probe in it. `ask('reset')` sets its figures to nothing, `ask('read')` reads them. */
async function startServer(script, env, args = []) {
  const { PATH, HOME, BENCH_PROFILE = '' } = process.env;
  const begun = performance.now();
  const child = fork(here(script), args, {
    ...{ env: { PATH, HOME, BENCH_PROFILE, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    execArgv: ['--require', here('server/probe.cjs')],
  });
  let printed = '';
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`it does not start:\n${printed}`)), START_LIMIT_MS);
    const look = (chunk) => {
      printed = `${printed}${chunk}`.slice(-20_000);
      const found = /listening on (http:\/\/[^\s"]+)/.exec(printed);
      if (!found) return;
      clearTimeout(late);
      resolve(found[1]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${printed}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    startMs: performance.now() - begun,
    printed: () => printed,
    ask: (what) =>
      new Promise((resolve) => {
        child.once('message', resolve);
        child.send(what);
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** This program in sandbox mode, with Teams played by the bench and without a Partner Center: everything else is real. */
export async function startDesk(teams, databaseUrl, env = {}) {
  const server = await startServer('../scripts/start.mjs', {
    ...{ PORT: '0', DATABASE_URL: databaseUrl, SANDBOX_TEAMS: 'off', PARTNER_CENTER: 'none' },
    ...{ INTAKE_KEY: 'bench', TEAMS_BUDGET: '100000', ...env },
  });
  return { ...server, teamsUrl: teams.url };
}

/** The same with an account in Partner Center. */
export async function startConnected(teams, databaseUrl, partnerCenterUrl) {
  const id = '00000000-0000-4000-8000-0000000000bb';
  const server = await startServer('server/connected.cjs', {
    ...{ PORT: '0', DATABASE_URL: databaseUrl, SANDBOX_TEAMS: 'off', TEAMS_BUDGET: '100000' },
    ...{ PARTNER_CENTER: 'live', PARTNER_CENTER_URL: partnerCenterUrl, BENCH_AUTHORITY: partnerCenterUrl },
    ...{ PARTNER_CENTER_TENANT_ID: id, PARTNER_CENTER_CLIENT_ID: id, PARTNER_CENTER_REFRESH_TOKEN: 'bench' },
    SECRETS_KEY: 'b'.repeat(64),
  });
  return { ...server, teamsUrl: teams.url };
}

export async function startBare(teams, kept) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-')), 'kept.json');
  fs.writeFileSync(file, JSON.stringify(kept));
  return {
    ...(await startServer('server/bare.cjs', { KEPT: file, TEAMS_URL: teams.url })),
    teamsUrl: teams.url,
  };
}

/** The channel becomes a desk; each person has a chat with the bot. */
export async function bindDesk(desk, teams) {
  const binder = personOf(0);
  const form = new Promise((resolve) => {
    const done = teams.watch((call) => {
      if (call.path === '/conversations' || !call.text.includes('AdaptiveCard')) return;
      done();
      resolve(JSON.parse(call.text).attachments[0].content);
    });
  });
  await send(desk, binder, { type: 'message', text: '<at>Referral Desk</at> bind' });
  const card = await form;
  await saveBind(desk, card);
  for (const person of PEOPLE) await say(desk, person, 'help');
  return () => saveBind(desk, card);
}

async function saveBind(desk, card) {
  const action = actionOf(card, 'Save');
  const data = { ...action.data, ...inputsOf(card) };
  const answer = await invoke(
    desk,
    personOf(0),
    'adaptiveCard/action',
    { action: { ...action, data }, trigger: 'manual' },
    'form',
  );
  if (!JSON.stringify(answer).includes('set up'))
    throw new Error(`bind: ${JSON.stringify(answer).slice(0, 500)}`);
}

export function takeIn(desk, referrals) {
  return post(`${desk.url}/api/referrals`, referrals, { authorization: 'Bearer bench' });
}

/** Where this program keeps its documents: `fresh()` gives the address of a new database. */
export const sqlite = () => ({
  name: 'SQLite',
  fresh: () => `sqlite:${path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'bench-')), 'desk.db')}`,
  commits: async () => undefined,
  stop: async () => undefined,
});

/** One server as a replica set: writes are acknowledged by a majority, as in production. Undefined: there is no mongod. */
export async function mongo() {
  const found = await findMongod();
  if (!found.binary) return undefined;
  process.env.MONGOMS_SYSTEM_BINARY = found.binary;
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const set = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } });
  const client = await new MongoClient(set.getUri()).connect();
  let databases = 0;
  return {
    name: 'MongoDB',
    fresh: () => set.getUri(`bench${(databases += 1)}`),
    /** Write commands that the server has carried out so far. */
    commits: async () => {
      const { metrics } = await client.db('admin').command({ serverStatus: 1 });
      const { insert, update, findAndModify, bulkWrite } = metrics.commands;
      return [insert, update, findAndModify, bulkWrite].reduce(
        (sum, one) => sum + Number(one?.total ?? 0),
        0,
      );
    },
    stop: async () => {
      await client.close();
      await set.stop();
    },
  };
}

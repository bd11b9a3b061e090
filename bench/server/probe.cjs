// Loaded into a server before anything else: tells the bench about its memory, its event loop and its commits.
'use strict';

const fs = require('node:fs/promises');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const profile = require('./profile.cjs');

const delay = monitorEventLoopDelay({ resolution: 10 });
let commits = 0;
let syncs = 0;
let begun = process.cpuUsage();
delay.enable();
countCommits();
void countSyncs();

process.on('message', (asked) => {
  if (asked === 'reset') {
    delay.reset();
    commits = 0;
    syncs = 0;
    begun = process.cpuUsage();
    profile.begin();
  }
  const { user, system } = process.cpuUsage(begun);
  const stallMs = Number.isFinite(delay.max) ? delay.max / 1e6 : 0;
  process.send({
    stallMs,
    commits,
    syncs,
    cpuMs: (user + system) / 1e3,
    rss: process.memoryUsage().rss / 2 ** 20,
  });
  if (asked === 'read') profile.end();
});
process.channel?.unref();

/** Of SQLite: each COMMIT, and each write outside of a transaction. */
function countCommits() {
  const Database = require('libsql');
  const { prepare, exec } = Database.prototype;
  Database.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    const ends = /^\s*(?:COMMIT|END)\b/i.test(sql);
    if (!ends && !/^\s*(?:INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i.test(sql)) return statement;
    for (const name of ['run', 'all', 'get']) {
      const original = statement[name];
      statement[name] = (...given) => {
        if (ends || !this.inTransaction) commits += 1;
        return original.apply(statement, given);
      };
    }
    return statement;
  };
  Database.prototype.exec = function (sql) {
    if (/^\s*(?:COMMIT|END)\b/i.test(sql)) commits += 1;
    return exec.call(this, sql);
  };
}

/** Of SQLite's log: what makes commits last, one for all that wait. */
async function countSyncs() {
  const file = await fs.open(__filename);
  const handle = Object.getPrototypeOf(file);
  await file.close();
  const { datasync } = handle;
  handle.datasync = function () {
    syncs += 1;
    return datasync.call(this);
  };
}

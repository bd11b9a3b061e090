// With BENCH_PROFILE=folder: a CPU profile of what is measured, from each "reset" to the next "read".
'use strict';

const fs = require('node:fs');
const inspector = require('node:inspector');
const path = require('node:path');

const folder = process.env.BENCH_PROFILE;
const session = folder ? new inspector.Session() : undefined;
let count = 0;
session?.connect();
session?.post('Profiler.enable');

exports.begin = () => session?.post('Profiler.start');

exports.end = () =>
  session?.post('Profiler.stop', (error, result) => {
    if (error || !result?.profile) return;
    fs.mkdirSync(folder, { recursive: true });
    const name = `${process.pid}-${(count += 1)}.cpuprofile`;
    fs.writeFileSync(path.join(folder, name), JSON.stringify(result.profile));
  });

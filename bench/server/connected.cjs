// This program with an account in a Partner Center that the bench plays, as is Microsoft's sign-in.
'use strict';

const { readConfig } = require('../../dist/config.js');
const { start } = require('../../dist/main.js');

const { BENCH_AUTHORITY: authority, ...env } = process.env;
const { config, problems } = readConfig(env);
if (!config) throw new Error(problems.join('\n'));
void start(config, undefined, { authority }).then(({ url, stop }) => {
  console.log(`listening on ${url}`);
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
});

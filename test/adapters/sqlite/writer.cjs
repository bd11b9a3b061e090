'use strict';
// A process of its own for processes.test.ts: writes until it is told how much, or is killed, and prints each write
// once the store has acknowledged it.
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => {
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  };
  module._compile(transformFileSync(file, options).code, file);
};
const { openSqlite } = require('../../../src/adapters/sqlite/open-sqlite');
const { projectSample, sample } = require('../../contracts/sample-drafts');

const [, , work, file, name, times] = process.argv;

/** For ever, unless it is told how often. */
async function insert(store) {
  for (let index = 0; index < Number(times ?? Infinity); index += 1) {
    const id = `${name}-${index}`;
    if (!(await store.insert('draft', sample(id, { words: [id] }))))
      throw new Error(`${id} was there already`);
    process.stdout.write(`${id}\n`);
  }
}

async function countUp(store) {
  for (let done = 0; done < Number(times);) {
    const read = await store.get('draft', 'counter');
    if (!(await store.save('draft', { ...read, touchedAt: read.touchedAt + 1 }))) continue;
    done += 1;
    process.stdout.write(`${done}\n`);
  }
}

openSqlite(file, projectSample)
  .then(async ({ store }) => {
    await (work === 'insert' ? insert(store) : countUp(store));
    await store.close();
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  });

'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

// Jest compiles each module for the context of its environment. Where that is this one, it is compiled for node's own: there each
// look at a global is free, which through a context of Jest's is a call to a proxy, and a class is the same for all who ask for it.
const ours = vm.createContext({});
const compile = vm.compileFunction;
vm.compileFunction = (code, parameters, options = {}) =>
  compile(
    code,
    parameters,
    options.parsingContext === ours ? { ...options, parsingContext: undefined } : options,
  );

// Jest makes a storage of its own for each test file. As long as one is in use, each promise costs a look at it.
const used = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
  used.add(this);
  return run.apply(this, given);
};

/** Tests run where node runs, among node's own globals. Each test file still has modules of its own. */
module.exports = class OwnContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    this.context = ours;
    this.programOfItsOwn = 'program-of-its-own' in context.docblockPragmas;
    const FakeTimers = this.fakeTimersModern.constructor;
    this.fakeTimersModern = new FakeTimers({ config: config.projectConfig, global: globalThis });
  }
  async teardown() {
    for (const storage of used) storage.disable();
    used.clear();
    await super.teardown();
  }
};

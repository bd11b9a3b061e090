'use strict';

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

/** Tests run where node runs, among node's own globals. Each test file still has modules of its own. */
module.exports = class OwnContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    this.context = ours;
    const FakeTimers = this.fakeTimersModern.constructor;
    this.fakeTimersModern = new FakeTimers({ config: config.projectConfig, global: globalThis });
  }
};

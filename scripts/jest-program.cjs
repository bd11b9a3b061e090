'use strict';

const Module = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

const { createRequire, isBuiltin } = Module;
const SRC = path.join(__dirname, '../src') + path.sep;
const NOT_PACKAGES = /^[./]|^@jest\/globals$/;

const isPackage = (name) => !NOT_PACKAGES.test(name) && !isBuiltin(name);
const isProgram = (from, name) =>
  name.startsWith('.') && path.resolve(path.dirname(from), name).startsWith(SRC);

// What of src has been loaded is kept with its source map: later test files show the same lines in their errors.
const maps = new Map();
let compiling;

Module._extensions['.ts'] = (module, file) => {
  module._compile(compiling.transformCache.transform(file), file);
  maps.set(file, compiling.transformCache.getSourceMaps().get(file));
};

// Jest takes the default export of a module.
Object.defineProperty(exports, '__esModule', { value: true });

/**
 * Packages and the program are loaded by node, once for all test files of a worker: that takes seconds. Nothing of the program
 * outlives a test, as it has no state but in what it is given. A test file that changes a table of the program has a program of
 * its own, and says so in its first comment: `@program-of-its-own`.
 */
exports.default = class ProgramOnce extends Runtime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    const [, , , coverage] = rest;
    this.loadsByNode = !environment.programOfItsOwn && !coverage?.collectCoverage;
    for (const [file, map] of maps) this.getSourceMaps().set(file, map);
  }

  requireModuleOrMock(from, name) {
    if (isPackage(name)) return createRequire(from)(name);
    if (!this.loadsByNode || !isProgram(from, name)) return super.requireModuleOrMock(from, name);
    compiling = this;
    return createRequire(from)(name);
  }
};

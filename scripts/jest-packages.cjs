'use strict';

const { createRequire, isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');

const isPackage = (name) => !/^[./]/.test(name) && !isBuiltin(name) && name !== '@jest/globals';

// Jest takes the default export of a module.
Object.defineProperty(exports, '__esModule', { value: true });

/** Packages are loaded by node, once for all test files of a worker: the program's take about three seconds. */
exports.default = class PackagesOnce extends Runtime {
  requireModuleOrMock(from, name) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }
};

'use strict';

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

// Packages that are only there as ES modules, which jest cannot require before Node 24.9: translated like our own.
const modulesOnly = '(?:strip-bom|node-fetch|fetch-blob|formdata-polyfill|data-uri-to-buffer)';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  maxWorkers: 2,
  testTimeout: 30_000,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  transform: { '\\.ts$': swc, [`/node_modules/${modulesOnly}/.+\\.js$`]: swc },
  transformIgnorePatterns: [`/node_modules/(?!${modulesOnly}/)`],
};

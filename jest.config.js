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

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/scripts/jest-context.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  maxWorkers: 3,
  testTimeout: 120_000,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  transform: { '\\.ts$': swc },
  runtime: '<rootDir>/scripts/jest-program.cjs',
};

/**
 * `npm run faults`: the long form of the fault tests, one file at a time, and the races for the lease with all their rounds. With
 * `--short` only the races, in fewer rounds: the short form of the other faults is part of `npm test` (test/faults).
 */
import base from '../../jest.config.js';

process.env['PLIMSOLL_FAULTS'] ??= 'full';
const isShort = process.env['PLIMSOLL_FAULTS'] === 'short';

/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/faults-full', '<rootDir>/packages/release-store/test'],
  testMatch: [...(isShort ? [] : ['<rootDir>/test/faults-full/**/*.test.ts']), '**/lease-races.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 900_000,
};

export default config;

/**
 * `npm run faults`: the long form of the fault tests, one file at a time, and the races for the lease with all their rounds. With
 * `--short` a choice of them: every durable step once, some of every other kind, and races in fewer rounds. One case of each kind is part
 * of `npm run test:long`.
 */
import base from '../../jest.config.js';

process.env['PLIMSOLL_FAULTS'] ??= 'full';
/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/faults-full', '<rootDir>/packages/release-store/test'],
  testMatch: ['<rootDir>/test/faults-full/**/*.test.ts', '**/lease-races.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 900_000,
};

export default config;

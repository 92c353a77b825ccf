/**
 * `npm run faults`: the long form of the fault tests, one file at a time. With `--short` the random ones do fewer
 * rounds (PLIMSOLL_FAULTS=short).
 */
import base from '../../jest.config.js';

/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/faults-full'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 900_000,
};

export default config;

/**
 * `npm run test:long`: what takes too long for `npm test`: large corpora at random, races in many rounds, large trees.
 * No root, no services.
 */
import base from '../../jest.config.js';

/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/long', '<rootDir>/packages'],
  testMatch: ['<rootDir>/test/long/**/*.test.ts', '<rootDir>/packages/*/test/long/**/*.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 2,
  testTimeout: 900_000,
};

export default config;

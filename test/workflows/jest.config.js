/**
 * `npm run test:act`: the reusable workflows from end to end, through act in host mode: no Docker. Needs act, which
 * `npm run tools` makes.
 */
import base from '../../jest.config.js';

/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/workflows'],
  testPathIgnorePatterns: [],
  maxWorkers: 2,
  testTimeout: 600_000,
};

export default config;

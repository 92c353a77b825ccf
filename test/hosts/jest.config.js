/**
 * `npm run test:hosts`: whole pipelines against hosts with their own systemd, address and sshd, made from network
 * namespaces. Needs root on Linux. Two files at a time: they mostly wait for deadlines.
 */
import base from '../../jest.config.js';

/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/hosts'],
  testPathIgnorePatterns: [],
  // Not loopback-only.ts: the hosts have addresses of their own.
  setupFilesAfterEnv: ['<rootDir>/test/setup/each-test.ts'],
  maxWorkers: 2,
  // What a test waits for has a deadline of its own; this one ends what hangs elsewhere.
  testTimeout: 600_000,
};

export default config;

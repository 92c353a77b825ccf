/**
 * `npm run test:hosts`: whole pipelines against hosts with their own systemd, address and sshd, made from network
 * namespaces. Needs root on Linux; one file at a time, because each boots machines.
 */
import base from '../../jest.config.js';

/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/hosts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 180_000,
};

export default config;

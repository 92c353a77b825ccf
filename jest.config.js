/**
 * Unit, contract, integration, acceptance and short fault tests: everything `npm test` runs.
 * Packages are tested from their sources (condition `source`), so nothing has to be built first;
 * acceptance tests start the committed bundles of dist/.
 */

/** @type {import('jest').Config} */
const config = {
  roots: ['<rootDir>/packages', '<rootDir>/actions', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/lib/',
    '<rootDir>/test/hosts/',
    '<rootDir>/test/long/',
    '/packages/[^/]+/test/long/',
    '<rootDir>/test/workflows/',
    '<rootDir>/test/faults-full/',
    '<rootDir>/test/bench/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/(packages|actions)/[^/]+/lib/', '<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/setup/fast-check.ts' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  setupFilesAfterEnv: ['<rootDir>/test/setup/each-test.ts', '<rootDir>/test/setup/loopback-only.ts'],
  reporters: ['default', '<rootDir>/test/setup/skip-reporter.ts'],
  testSequencer: '<rootDir>/test/setup/long-first.ts',
  // They wait more than they compute.
  maxWorkers: 3,
  // It ends what hangs, and nothing else: a machine may be several times slower at one hour than at another.
  testTimeout: 120_000,
  injectGlobals: false,
  errorOnDeprecated: true,
};

export default config;

/** Runs in every test file before its tests: what a test does to the process must not reach the next one. */
import { afterEach } from '@jest/globals';

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'];

// With a proxy set, requests leave for the proxy's address, which may well be this machine.
for (const name of PROXY_VARIABLES) {
  delete process.env[name];
  delete process.env[name.toUpperCase()];
}

// An action under test reports failure through the exit code; left standing, it fails a green run.
afterEach(() => {
  process.exitCode = undefined;
});

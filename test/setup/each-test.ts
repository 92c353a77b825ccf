/**
 * Runs in every test file before its tests: what a test does to the process must not reach the next
 * one, and no test may talk to anything but this machine.
 */
import { afterAll, afterEach } from '@jest/globals';
import nock from 'nock';

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'];
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(:\d+)?$/;

// With a proxy set, requests leave for the proxy's address and nock never sees the real one.
for (const name of PROXY_VARIABLES) {
  delete process.env[name];
  delete process.env[name.toUpperCase()];
}

nock.disableNetConnect();
nock.enableNetConnect(LOOPBACK);

// An action under test reports failure through the exit code; left standing, it fails a green run.
afterEach(() => {
  process.exitCode = undefined;
});

afterAll(() => {
  nock.cleanAll();
  nock.restore();
});

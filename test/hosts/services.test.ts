/** Deployments of a service that systemd runs: what a user of it sees when the new version is good, crashes, or is not well. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActionRun } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import type { WebApp } from './web-app.ts';
import { AS_ROOT, installApp, prepareUsers, WITH_LINGER, WITHOUT_LINGER } from './web-app.ts';

describeOnHosts('A service of systemd', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'services' });
    await prepareUsers(host);
  });
  afterAll(() => host?.stop());

  test.each([AS_ROOT, WITH_LINGER, WITHOUT_LINGER])('is restarted and asked as $user', async (way) => {
    const app = await installApp({ host, way, name: `good-${way.user}` });
    const first = await app.deploy({ version: '1' });
    expect(first.stderr + first.stdout).toBe('');
  });
});

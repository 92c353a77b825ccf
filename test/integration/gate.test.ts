import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { needs } from '../setup/needs.ts';
import { expectPass, resultOf, type Site, SOON_GIVEN_UP, useServer } from './site.ts';

/** Answers with the status that the path names, and counts. */
let web: { readonly server: Server; readonly port: number; readonly asked: string[] };
beforeAll(async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const status = Number(/\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 200);
    response.writeHead(status, { location: '/200' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddress(address)) throw new Error('The web server has no port.');
  web = { server, port: address.port, asked };
});
afterAll(() => void web.server.close());

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

const describeWithCurl = await needs('curl');
describeWithCurl('health-url', () => {
  const shared = useServer();

  test('passes on an answer of 2xx', async () => {
    const site = await shared.site();
    await site.deployed({ 'health-url': `http://127.0.0.1:${web.port}/204` });
    expect(web.asked).toContain('/204');
  });

  test.each([500, 302])('does not on %d, and follows no redirect', async (status) => {
    const site = await shared.site();
    web.asked.length = 0;
    const run = await site.deploy({ ...SOON_GIVEN_UP, 'health-url': `http://127.0.0.1:${web.port}/${status}` });
    expect(run.outputs['failure-code']).toBe('health');
    expect(resultOf(run)['summary']).toContain(`health-url answered ${status}`);
    expect(new Set(web.asked)).toEqual(new Set([`/${status}`]));
  });
});

describe('health-url on a server without curl and GNU wget', () => {
  const shared = useServer({ without: ['systemctl', 'curl', 'wget'] });

  test('is refused before anything is sent', async () => {
    const site = await shared.site();
    const run = await site.deploy({ 'health-url': `http://127.0.0.1:${web.port}/` });
    expect(run.outputs['failure-code']).toBe('remote-environment');
    expect(resultOf(run)['summary']).toContain('neither curl nor GNU wget');
  });
});

/** Writes down what it is asked; a unit named `bad` fails at the verb that the file `fails-at` names. */
const SYSTEMCTL = `#!/bin/sh
folder=\${0%/*}
[ "$1" = show ] && exit 0
echo "$*" >>"$folder/asked"
case $* in *bad*) [ "$(cat "$folder/fails-at")" != "$1" ] || { echo "Job for bad failed."; exit 3; } ;; esac
`;
/** Lets everything through, as for a user who may do that; to the question whether that is so (`-l`) it only says yes. */
const SUDO = '#!/bin/sh\nwhile :; do case $1 in -l) exit 0 ;; -*) shift ;; *) exec "$@" ;; esac; done\n';

describe('services', () => {
  const shared = useServer({ without: [], commands: { systemctl: SYSTEMCTL, sudo: SUDO } });

  /** What systemctl was asked in a deployment. */
  async function asked(site: Site, inputs: Readonly<Record<string, string>>) {
    const show = 'echo "$(dirname "$(command -v systemctl)")"';
    const probe = await site.deploy({ prepare: show });
    const [, folder = ''] = /127\.0\.0\.1 \| (\/\S+)/.exec(probe.stdout) ?? [];
    await writeFile(`${folder}/asked`, '');
    await writeFile(`${folder}/fails-at`, inputs['fails-at'] ?? 'never');
    const run = await site.deploy({ services: inputs['services'] ?? '' });
    const lines = (await readFile(`${folder}/asked`, 'utf8')).trimEnd().split('\n');
    return { run, lines: lines.filter((line) => /^(--user )?(restart|is-active)/.test(line)) };
  }

  test('are restarted in their order after the switch, and have to be active', async () => {
    const site = await shared.site();
    const { run, lines } = await asked(site, { services: 'web.service\nuser:worker@1.service' });
    expectPass(run);
    expect(lines.slice(-4)).toEqual([
      'restart web.service',
      '--user restart worker@1.service',
      'is-active web.service',
      '--user is-active worker@1.service',
    ]);
  });

  test.each(['restart', 'is-active'])('that fail at %s bring the release before back', async (verb) => {
    const site = await shared.site();
    const before = await site.deployed();
    const { run } = await asked(site, { services: 'bad.service', 'fails-at': verb });
    expect(run.outputs['failure-code']).toBe('reverted');
    expect(resultOf(run).facts).toMatchObject({
      cause: 'process',
      reason: expect.stringContaining(`systemctl ${verb} bad.service ended with status 3: Job for bad failed.`),
    });
    expect(await site.live()).not.toBe(before);
    expect(run.outputs['previous-release-id']).toBe(await site.live());
  });
});

describe('startup-wait', () => {
  const shared = useServer();

  test('passes before the first health check', async () => {
    const site = await shared.site();
    const now = 'cut -d. -f1 /proc/uptime';
    await site.deployed({
      'after-switch': `${now} >../../started`,
      'startup-wait': '1s',
      'health-command': `[ "$(${now})" -gt "$(cat ../../started)" ]`,
    });
  });
});

/** Verifications of what nginx serves: its answers, its redirects, its errors, and its reloads. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRunner, descendantsOf, signalProcess, waitUntil } from '@plimsoll/testkit';
import { needs } from '../setup/needs.ts';
import { type Daemon, type DaemonPlace, startDaemon } from './daemon.ts';
import { expectEnd, shownBy, verified, verifyRequest } from './verifying.ts';

const describeHere = await needs('nginx');

describeHere('What nginx serves', () => {
  let nginx: Daemon;
  let url: string;
  beforeAll(async () => {
    nginx = await startNginx();
    url = `http://127.0.0.1:${nginx.port}`;
  });
  afterAll(() => nginx?.stop());

  test('passes when it is well, with the version that was expected', async () => {
    const inputs = { 'health-url': `${url}/health`, 'expected-version': 'v2', samples: '20', interval: '10ms' };
    const run = await verified({ inputs }, { verdict: 'pass' });
    expect(run.outputs).toMatchObject({ 'error-rate': '0', 'samples-taken': '20' });
  });

  test('fails with another version, which is named', async () => {
    const inputs = { 'health-url': `${url}/health`, 'expected-version': 'v3' };
    const run = await verified({ inputs }, { verdict: 'fail', code: 'version' });
    expect(run.summary).toContain('v2');
  });

  test('fails when it is a redirect to the login, also where redirects are followed', async () => {
    const code = 'health';
    const run = await verified({ inputs: { 'health-url': `${url}/app` } }, { verdict: 'fail', code });
    expect(run.summary).toContain('/login');

    const checks = `checks:\n  - http: ${url}/app\n    redirects: 2\n    expect: {json: .status == "ok"}`;
    const followed = await verified({ inputs: { checks } }, { verdict: 'fail', code });
    expect(followed.summary).toContain('JSON');
  });

  test('fails when a redirect leads to another origin, to which no header goes', async () => {
    const { port } = nginx;
    const checks = [
      'checks:',
      `  - http: ${url}/elsewhere`,
      '    redirects: 3',
      '    headers: {Authorization: "Bearer ${TOKEN}"}',
    ].join('\n');
    const request = { inputs: { checks }, env: { TOKEN: 'hunter2-hunter2' } };
    const run = await verified(request, { verdict: 'fail', code: 'health' });
    expect(run.stdout).toContain(`http://localhost:${port}`);
    expect(await logOf(nginx)).not.toContain('localhost');
    expect(shownBy(run)).not.toContain('hunter2');
  });

  test('fails while the service behind it is down', async () => {
    const inputs = { 'health-url': `${url}/down` };
    const run = await verified({ inputs }, { verdict: 'fail', code: 'health' });
    expect(run.summary).toContain('502');
  });

  test('fails when it refuses part of the requests', async () => {
    const checks = `checks:\n  - http: ${url}/few\nready-within: 60s`;
    const run = await verified({ inputs: { checks } }, { verdict: 'fail', code: 'error-rate' });
    expect(Number(run.outputs['error-rate'])).toBeGreaterThan(0.01);
    expect(run.summary).toContain('503');
  });

  test('passes while it is reloaded: connections that end with their worker are no errors', async () => {
    await using runner = await createRunner();
    const inputs = { 'health-url': `${url}/health`, samples: '400', interval: '10ms' };
    const running = await runner.start(verifyRequest({ inputs }));
    let hasEnded = false;
    void running.ended.finally(() => (hasEnded = true));
    let reloads = 0;
    while (await hasAnsweredMore(nginx, 20, () => hasEnded)) {
      await reload(nginx);
      reloads += 1;
    }
    const run = await running.ended;
    expectEnd(run, { verdict: 'pass' });
    expect(run.outputs['error-rate']).toBe('0');
    expect(reloads).toBeGreaterThan(3);
  });
});

async function startNginx(): Promise<Daemon> {
  return startDaemon({
    program: 'nginx',
    args: ({ folder }) => ['-p', folder, '-e', 'stderr', '-c', 'nginx.conf'],
    files: (place) => ({ 'nginx.conf': configurationOf(place), few: 'one of few' }),
  });
}

/** Connections end after 50 requests, so that there are more ends than by reloads alone. Of some requests, every fifth is refused. */
function configurationOf({ folder, port }: DaemonPlace): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
worker_processes 2;
pid nginx.pid;
error_log stderr;
events {}
http {
  ${kinds.map((kind) => `${kind}_temp_path ${kind};`).join('\n  ')}
  log_format hosts '$request_uri $http_host';
  access_log access.log hosts;
  map $connection_requests $is_refused { default 0; ~[05]$ 1; }
  server {
    listen 127.0.0.1:${port};
    keepalive_requests 50;
    default_type application/json;
    location /health { return 200 '{"status":"ok","version":"v2"}'; }
    location /app { return 302 /login; }
    location /login { default_type text/html; return 200 '<form>Log in</form>'; }
    location /elsewhere { return 302 http://localhost:${port}/health; }
    location /down { proxy_pass http://unix:${folder}/nobody.sock; }
    location /few { if ($is_refused) { return 503; } default_type text/plain; root ${folder}; }
  }
}
`;
}

function logOf({ folder }: Daemon): Promise<string> {
  return readFile(join(folder, 'access.log'), 'utf8');
}

/** Waits for more answers. False when there are none because it is over. */
async function hasAnsweredMore(nginx: Daemon, more: number, isOver: () => boolean): Promise<boolean> {
  const before = (await logOf(nginx)).length;
  const answered = async (): Promise<boolean> => (await logOf(nginx)).length >= before + more * '/health'.length;
  await waitUntil(async () => isOver() || (await answered()), { deadlineMs: 120_000, what: 'more answers of nginx' });
  return !isOver();
}

/** Waits until other workers have taken over; the old ones end when their connections do. */
async function reload({ pid }: Daemon): Promise<void> {
  const before = await descendantsOf([pid]);
  signalProcess(pid, 'SIGHUP');
  const hasOthers = async (): Promise<boolean> => (await descendantsOf([pid])).some((one) => !before.includes(one));
  await waitUntil(hasOthers, { deadlineMs: 60_000, what: 'new workers of nginx' });
}

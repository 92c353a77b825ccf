import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ActionRequest,
  type ActionRun,
  answers,
  createRunner,
  type FaultyService,
  makeServiceCertificates,
  type Runner,
  type ServiceAnswer,
  type ServiceCertificates,
  startFaultyService,
  UNHURRIED,
  waitUntil,
} from '@plimsoll/testkit';
import { expectReported } from '../acceptance/reported.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { DEPLOYED, ROLLED_BACK, VERIFIED_BAD } from './sample-steps.ts';

type Inputs = Readonly<Record<string, string>>;

const OK = answers.reply({ body: 'ok' });
const STEPS = JSON.stringify({ deploy: DEPLOYED, verify: VERIFIED_BAD, rollback: ROLLED_BACK });

let runner: Runner;
let certificates: ServiceCertificates;
let trust: Readonly<Record<string, string>>;
beforeAll(async () => {
  runner = await createRunner();
  certificates = await makeServiceCertificates();
  const file = `${runner.workspace}/ca.pem`;
  await writeFile(file, certificates.ca);
  trust = { NODE_EXTRA_CA_CERTS: file };
});
afterAll(async () => runner[Symbol.asyncDispose]());

function requestOf(inputs: Inputs, env: Inputs = {}): ActionRequest {
  return { action: 'notify-webhook', inputs, env, timeLimitMs: 120_000 };
}

const notify = (inputs: Inputs, env: Inputs = {}): Promise<ActionRun> => runner.run(requestOf(inputs, env));

const serve = (paths: Readonly<Record<string, ServiceAnswer>> = {}): Promise<FaultyService> =>
  startFaultyService({ answers: { '*': OK, ...paths } });

function deliveriesOf({ outputs }: ActionRun): unknown {
  return JSON.parse(outputs['deliveries'] ?? '');
}

function bodiesOf({ requests }: FaultyService): Readonly<Record<string, unknown>> {
  return Object.fromEntries(requests.map(({ target, body }): [string, unknown] => [target, JSON.parse(body)]));
}

const warningsOf = ({ annotations }: ActionRun): string =>
  annotations.flatMap(({ name, message }) => (name === 'warning' ? [message] : [])).join('\n');

describe('a message', () => {
  test('reaches every receiver in its own shape, with who is to be called, and is signed for generic ones', async () => {
    await using service = await serve();
    const kinds = ['slack', 'discord', 'teams', 'generic'];
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const run = await notify({
      urls: kinds.map((kind) => `${kind}=${service.url}/${kind}`).join('\n'),
      steps: STEPS,
      mentions: 'rolled-back: <@U123ABC> <@&12345678>\nsucceeded: <!channel>',
      'signing-secret': `${secret}\nolder`,
      headers: 'Authorization: OAuth abcdefgh12345',
    });
    await expectReported(run, 'notify-webhook', '');
    expect(run.outputs['delivered']).toBe('true');
    expect(deliveriesOf(run)).toEqual(
      kinds.map((receiver) => ({ receiver, delivered: true, status: 200, attempts: 1, reason: '' })),
    );
    const title = 'Deployment of v1.2.3 to production was rolled back';
    const bodies = bodiesOf(service);
    expect(bodies['/slack']).toMatchObject({
      text: `↩️ ${title}`,
      blocks: [{ type: 'header' }, { text: { text: '<@U123ABC>' } }, {}, {}, {}, {}, {}, {}],
    });
    expect(bodies['/discord']).toMatchObject({ content: '<@&12345678>', allowed_mentions: { roles: ['12345678'] } });
    expect(bodies['/teams']).toMatchObject({ type: 'message', attachments: [{ content: { type: 'AdaptiveCard' } }] });
    expect(bodies['/generic']).toMatchObject({
      event: 'rolled-back',
      title,
      code: 'latency',
      environment: 'production',
    });
    for (const { target, headers, body } of service.requests) {
      expect(headers['authorization']).toBe(target === '/generic' ? 'OAuth abcdefgh12345' : undefined);
      if (target === '/generic') expectSigned(secret, headers, body);
    }
  });

  test('about the same has the same id in another run of the step, and another one in the next attempt', async () => {
    await using service = await serve({ '/': answers.inTurn(answers.reply({ status: 500 }), OK) });
    const inputs = { urls: `${service.url}/`, event: 'started' };
    for (const attempt of ['1', '1', '2']) await notify(inputs, { GITHUB_RUN_ATTEMPT: attempt });
    const [first, second, again, next] = service.requests.map(({ headers }) => headers['webhook-id']);
    expect([second, again]).toEqual([first, first]);
    expect(next).not.toBe(first);
  });

  test('fills the template of a status page', async () => {
    await using service = await serve();
    const template = '{"incident":{"name":"{{title}}","status":"investigating","body":"{{reason}}"}}';
    await notify({ urls: `${service.url}/incidents`, steps: STEPS, title: '"Shop"', template });
    expect(bodiesOf(service)['/incidents']).toEqual({
      incident: { name: '"Shop"', status: 'investigating', body: 'latency: health: p95 812 ms is above 500 ms' },
    });
  });

  test('without a receiver is skipped, without a warning', async () => {
    const run = await notify({ steps: STEPS, urls: '# none yet\n' });
    await expectReported(run, 'notify-webhook', '');
    expect([run.outputs['delivered'], run.outputs['deliveries'], run.annotations]).toEqual(['false', '[]', []]);
  });

  test('that is required and has no receiver fails', async () => {
    await expectReported(await notify({ event: 'started', required: 'true' }), 'notify-webhook', 'not-delivered');
  });

  test('with nothing said and nothing known says so, and is no success', async () => {
    await using service = await serve();
    const run = await notify({
      urls: service.url,
      steps: '{"build":{"outputs":{},"conclusion":"success"}}',
      needs: '{',
    });
    expect(warningsOf(run)).toContain("'needs' is not the JSON");
    expect(bodiesOf(service)['/']).toMatchObject({ event: 'finished', tone: 'neutral' });
  });

  test('that calls a failure a success is not shown as one', async () => {
    await using service = await serve();
    const run = await notify({ urls: service.url, event: 'succeeded', steps: STEPS });
    expect(bodiesOf(service)['/']).toMatchObject({ tone: 'neutral' });
    expect(warningsOf(run)).toContain('announced as succeeded');
  });

  test('of 100 kB arrives shortened, which is said', async () => {
    await using service = await serve();
    const run = await notify({ urls: `slack=${service.url}`, event: 'started', text: '<&> 漢字 '.repeat(10_000) });
    expect(run.outputs['delivered']).toBe('true');
    expect(warningsOf(run)).toContain('Left out: the end of the text');
    expect(service.requests[0]?.body).toContain('the end of the text');
  });
});

/** The check of a receiver, written from the specifications alone. */
function expectSigned(secret: string, headers: Readonly<Record<string, string>>, body: string): void {
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const sign = (key: string | Buffer): string => `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  const current = sign(Buffer.from(secret.slice('whsec_'.length), 'base64'));
  expect(headers['webhook-signature']).toBe(`${current} ${sign('older')}`);
  expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  expect(Number(headers['webhook-timestamp'])).toBeGreaterThan(1_700_000_000);
}

describe('receivers with faults', () => {
  const PATHS: Readonly<Record<string, ServiceAnswer>> = {
    '/well': OK,
    '/limited': answers.inTurn(answers.reply({ status: 429, headers: { 'retry-after': '1' } }), OK),
    '/500-once': answers.inTurn(answers.reply({ status: 500 }), OK),
    '/reset-once': answers.inTurn(answers.rawThenReset(''), OK),
    '/huge': answers.bodyOf(1e9, 'length'),
    '/502': answers.reply({ status: 502 }),
    '/hang': answers.hang,
    '/reset': answers.rawThenReset(''),
    '/drip': answers.drip('HTTP/1.1 200 OK\r\nx: ', 100),
    '/elsewhere': answers.redirect('/well'),
    '/gone': answers.reply({ status: 410 }),
    '/refused': answers.reply({ status: 400, body: 'invalid_payload' }),
    '/limited-long': answers.reply({ status: 429, headers: { 'retry-after': '3600' } }),
  };
  const ENDS: readonly (readonly [status: number, reason: string])[] = [
    [200, ''],
    [200, ''],
    [200, ''],
    [200, ''],
    [200, ''],
    [502, 'server-error'],
    [0, 'timeout'],
    [0, 'connection'],
    [0, 'timeout'],
    [302, 'redirect'],
    [410, 'gone'],
    [400, 'rejected'],
    [429, 'rate-limited'],
    [0, 'tls'],
  ];

  test('get the message or are reported, and none holds up another', async () => {
    await using service = await serve(PATHS);
    await using untrusted = await startFaultyService({ answers: { '*': OK }, tls: certificates.selfSigned });
    const urls = [...Object.keys(PATHS).map((path) => service.url + path), untrusted.url];
    const run = await notify({ urls: urls.join('\n'), event: 'started', timeout: '3s', 'total-timeout': '8s' }, trust);
    await expectReported(run, 'notify-webhook', '');
    const rows = ENDS.map(([status, reason], at) => ({
      receiver: `generic-${at + 1}`,
      delivered: reason === '',
      status,
      reason,
    }));
    expect(deliveriesOf(run)).toMatchObject(rows);
    expect(run.outputs['delivered']).toBe('false');
    expect(warningsOf(run).split('\n')).toHaveLength(9);
    expect(warningsOf(run)).toContain('generic-13 was not delivered: the receiver takes no more messages for now');
    expect(warningsOf(run)).toContain('invalid_payload');
    // Everybody was asked once before anybody was asked again, and nobody was asked who was only pointed at.
    const targets = service.requests.map(({ target }) => target);
    expect(new Set(targets.slice(0, 13)).size).toBe(13);
    for (const path of ['/well', '/gone', '/refused', '/limited-long']) {
      expect(targets.filter((target) => target === path)).toHaveLength(1);
    }
    expect([untrusted.requests, await runner.leftovers()]).toEqual([[], []]);
  });

  test('fail the step where the message is required', async () => {
    await using service = await serve(PATHS);
    const urls = `${service.url}/well\n${service.url}/gone`;
    const run = await notify({ urls, event: 'failed', required: 'true' });
    await expectReported(run, 'notify-webhook', 'not-delivered');
    expect(run.outputs['delivered']).toBe('false');
  });

  test('over TLS are trusted only with a certificate that holds', async () => {
    await using sound = await startFaultyService({ answers: { '*': OK }, tls: certificates.good });
    await using other = await startFaultyService({ answers: { '*': OK }, tls: certificates.otherHost });
    const run = await notify({ urls: `${sound.url}\n${other.url}`, event: 'started' }, trust);
    expect(deliveriesOf(run)).toMatchObject([{ delivered: true }, { delivered: false, reason: 'tls', attempts: 1 }]);
    expect(other.requests).toEqual([]);
  });

  test('are let go when the run is cancelled', async () => {
    await using service = await serve(PATHS);
    const running = await runner.start(requestOf({ urls: `${service.url}/hang`, event: 'started', timeout: '1m' }));
    await waitUntil(() => service.requests.length === 1, { deadlineMs: 60_000, what: 'the request' });
    const run = await running.cancel(UNHURRIED);
    await expectReported(run, 'notify-webhook', 'cancelled');
  });
});

describe('inputs that are wrong', () => {
  test('and may hold secrets cost that receiver, and are never shown', async () => {
    await using service = await serve();
    const urls = ['sekret-1', 'slak=https://hooks.example/sekret-2', 'http://hooks.example/sekret-3', service.url];
    const run = await notify({ urls: urls.join('\n'), event: 'started' });
    await expectReported(run, 'notify-webhook', '');
    expect(deliveriesOf(run)).toMatchObject([
      { receiver: 'line 1', delivered: false, reason: 'unusable', attempts: 0 },
      { receiver: 'line 2', delivered: false },
      { receiver: 'line 3', delivered: false },
      { receiver: 'generic', delivered: true },
    ]);
    expect(unmasked(run)).not.toContain('sekret');
  });

  test.each([
    ['signing-secret', 'whsec_sekret'],
    ['headers', 'sekret'],
  ])('%s: nothing goes out unsigned or without what lets it in', async (name, value) => {
    await using service = await serve();
    const urls = `${service.url}/generic\nslack=${service.url}/slack`;
    const run = await notify({ urls, event: 'started', [name]: value });
    expect(deliveriesOf(run)).toMatchObject([{ delivered: false, reason: 'unusable' }, { delivered: true }]);
    expect(service.requests.map(({ target }) => target)).toEqual(['/slack']);
    expect(unmasked(run)).not.toContain('sekret');
  });

  test('and hold no secrets are reported in one message, in the order of action.yml, before anything is sent', async () => {
    await using service = await serve();
    const bad = {
      fields: 'no colon',
      mentions: 'failed: everybody',
      template: '{{title}}',
      timeout: '10',
      'total-timeout': 'forever',
      required: 'perhaps',
    };
    const run = await notify({ urls: service.url, event: 'started', ...bad });
    await expectReported(run, 'notify-webhook', 'input');
    const message = run.annotations[0]?.message ?? '';
    const places = Object.keys(bad).map((name) => message.indexOf(`${name}: `));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect([places.includes(-1), service.requests]).toEqual([false, []]);
  });
});

/** All that a step leaves, without the commands by which the runner is told what to mask. */
function unmasked({ stdout, stderr, summary, outputs, state, exported }: ActionRun): string {
  const said = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...said, stderr, summary, JSON.stringify([outputs, state, exported])].join('\n');
}

describe('secrets', () => {
  const SECRETS = {
    path: 'T0PATH/B0PATH/aBcDeFgHiJkLmNoPqRs0',
    query: 'q0UeRyT0k3nQ0UeRy',
    key: `whsec_${Buffer.alloc(24, 'sIgNk3Y').toString('base64')}`,
    header: 'h3AdErV4lUeH3',
    user: 'us3rN4mE0x',
    password: 'p4s%20sW0rd',
  };
  /** As they are, and as they mean. */
  const FORMS = [...Object.values(SECRETS), ...SECRETS.path.split('/'), 'p4s sW0rd', SECRETS.key.slice(6)];

  /** Answers with all that it was told. */
  const echo =
    (status: number): ServiceAnswer =>
    (socket, request) =>
      answers.reply({ status, body: [request.target, ...Object.values(request.headers), request.body].join('\n') })(
        socket,
        request,
      );

  test('are nowhere in log, outputs, summary and errors, whatever receivers do, at any log level', async () => {
    await using service = await serve({
      '/400': echo(400),
      '/500': echo(500),
      '/302': answers.redirect(`/${SECRETS.path}`),
      '/reset': answers.rawThenReset(''),
    });
    await using mail = await startMailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username = '', password = '' }, _session, done) =>
        done(Object.assign(new Error(`${username} ${password}`), { responseCode: 535 })),
    });
    const secretUrl = (path: string): string => `${service.url}${path}?x=${SECRETS.path}&sig=${SECRETS.query}`;
    const addresses = 'from=a@b.example&to=c@d.example';
    const urls = [
      ...['/200', '/400', '/500', '/302', '/reset'].map(secretUrl),
      `https://${SECRETS.user}:${SECRETS.password}@127.0.0.1:1/${SECRETS.path}`,
      `smtp://${SECRETS.user}:${SECRETS.password}@127.0.0.1:${mail.port}?${addresses}`,
      `smtp://${SECRETS.user}:${SECRETS.password}@127.0.0.1:1?${addresses}`,
      `htps://${SECRETS.path}`,
    ];
    const run = await notify(
      {
        urls: urls.join('\n'),
        event: 'failed',
        'signing-secret': SECRETS.key,
        headers: `X-Api-Key: ${SECRETS.header}`,
        'total-timeout': '5s',
        required: 'true',
      },
      { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', NODE_DEBUG: '' },
    );
    expect(deliveriesOf(run)).toMatchObject([
      { delivered: true },
      ...Array.from({ length: 8 }, () => ({ delivered: false })),
    ]);
    const said = unmasked(run);
    for (const secret of FORMS) expect([secret, said.includes(secret)]).toEqual([secret, false]);
    const masks = run.commands.flatMap(({ name, message }) => (name === 'add-mask' ? [message] : []));
    for (const secret of [SECRETS.query, SECRETS.key, SECRETS.header, SECRETS.password, 'p4s sW0rd', ...urls]) {
      expect(masks).toContain(secret);
    }
    // What is masked comes before anything that could be logged.
    expect(run.commands.findIndex(({ name }) => name !== 'add-mask')).toBe(masks.length);
  });
});

describe('mail', () => {
  const ADDRESSES = 'from=shop@example.com&to=ops@example.com,boss@example.com';
  const starttls = (): Promise<MailServer> => startMailServer(certificates.good);

  test('goes through STARTTLS with a login, as a report of what failed', async () => {
    await using server = await starttls();
    const run = await notify(
      { urls: `smtp=smtp://shop:s3cret@localhost:${server.port}?${ADDRESSES}`, steps: STEPS },
      trust,
    );
    expect(deliveriesOf(run)).toEqual([{ receiver: 'smtp', delivered: true, status: 250, attempts: 1, reason: '' }]);
    expect(server.mails).toMatchObject([
      { from: 'shop@example.com', to: ['ops@example.com', 'boss@example.com'], isSecure: true, user: 'shop' },
    ]);
    expect(server.mails[0]?.source).toMatch(/^Subject: \[octo-org\/octo-repo\] Incident: Deployment of v1\.2\.3/mu);
  });

  test('goes through TLS from the first byte, as a summary of what succeeded', async () => {
    await using server = await startMailServer({ secure: true, ...certificates.good });
    const steps = JSON.stringify({ deploy: DEPLOYED });
    await notify({ urls: `smtps://localhost:${server.port}?${ADDRESSES}`, steps }, trust);
    expect(server.mails).toMatchObject([{ isSecure: true }]);
    expect(server.mails[0]?.source).not.toContain('Incident');
  });

  test('does not go to a server whose certificate nobody vouches for', async () => {
    await using server = await starttls();
    const run = await notify({ urls: `smtp://localhost:${server.port}?${ADDRESSES}`, event: 'failed' });
    expect(deliveriesOf(run)).toMatchObject([{ delivered: false, reason: 'tls', attempts: 1 }]);
    expect(server.mails).toEqual([]);
  });
});

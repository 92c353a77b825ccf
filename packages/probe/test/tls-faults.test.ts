import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  answers,
  type FaultyService,
  makeServiceCertificates,
  mustRun,
  type ServiceCertificates,
  startFaultyService,
  waitUntil,
} from '@plimsoll/testkit';
import { createTlsProbe, type Probe, type ProbeResult, systemPorts, type TlsTrust } from '../src/index.ts';
import { askHttp, CALM, httpProbe, once, verdictOf } from './probing.ts';

let certificates: ServiceCertificates;

beforeAll(async () => {
  certificates = await makeServiceCertificates();
});

type Kind = Exclude<keyof ServiceCertificates, 'ca' | 'otherCa'>;
type Options = NonNullable<Parameters<typeof startFaultyService>[0]['tls']>;

const start = (kind: Kind, options: Options = {}): Promise<FaultyService> =>
  startFaultyService({ answers: { '*': answers.reply() }, tls: { ...certificates[kind], ...options } });

const FAULTS: readonly (readonly [string, Kind, Options, Partial<TlsTrust>, RegExp])[] = [
  ['an expired certificate', 'expired', {}, {}, /has expired/u],
  ['one that is not valid yet', 'notYetValid', {}, {}, /not valid yet/u],
  ['one that is self-signed', 'selfSigned', {}, {}, /self-signed/u],
  ['one for another host', 'otherHost', {}, {}, /for another host.*elsewhere\.example/u],
  ['one that is made for clients', 'wrongPurpose', {}, {}, /not made for servers|purpose/u],
  ['a chain without its middle', 'chainMissing', {}, {}, /chain is incomplete/u],
  ['an authority that is not known', 'good', {}, { ca: '' }, /chain is incomplete|authority/u],
  [
    'protocols that are too old',
    'good',
    { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    {},
    /too old/u,
  ],
  ['a certificate that ends soon', 'endsSoon', {}, { minDaysLeft: 14 }, /ends-soon ends in [45] days.*at least 14/u],
];

const GOOD: readonly (readonly [string, Kind, Options, Partial<TlsTrust>])[] = [
  ['a certificate of a given authority', 'good', {}, {}],
  ['a whole chain', 'chained', {}, {}],
  ['one that ends soon, but not that soon', 'endsSoon', {}, { minDaysLeft: 3 }],
  ['one that is self-signed, and given as such', 'selfSigned', {}, { ca: 'self' }],
  ['TLS 1.2', 'good', { maxVersion: 'TLSv1.2' }, {}],
  ['one for another name, asked for by that name', 'otherHost', {}, { serverName: 'elsewhere.example' }],
];

function trust(given: Partial<TlsTrust>): TlsTrust {
  const ca = { '': certificates.otherCa, self: certificates.selfSigned.cert }[given.ca ?? 'none'];
  return { ...given, ca: ca ?? certificates.ca };
}

describe.each(['http', 'tls'] as const)('a probe of %s', (probe) => {
  const attempt = (service: FaultyService, tls: TlsTrust): ReturnType<typeof once> =>
    probe === 'http'
      ? askHttp({ url: `${service.url}/`, tls })
      : once(createTlsProbe({ name: 'tls', host: '127.0.0.1', port: service.port, tls }, systemPorts));

  test.each(FAULTS)('names %s', async (...row) => {
    const [, kind, options, tls, detail] = row;
    await using service = await start(kind, options);
    const result = await attempt(service, trust(tls));
    expect(verdictOf(result)).toEqual({ verdict: 'tls', detail: expect.stringMatching(detail) });
    // Only a warning comes after the handshake; whoever is not trusted is told nothing.
    expect(service.requests).toHaveLength(probe === 'http' && kind === 'endsSoon' ? 1 : 0);
  });

  test('names one whose host is its common name alone', async () => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', '-'];
    const args = ['req', '-x509', ...key, '-subj', '/CN=localhost', '-days', '2', '-out', '-'];
    const pem = await mustRun({ program: 'openssl', args });
    await using service = await startFaultyService({ answers: {}, tls: { key: pem, cert: pem } });
    const result = await attempt(service, { ca: pem.slice(pem.indexOf('-----BEGIN CERT')), serverName: 'localhost' });
    expect(verdictOf(result)).toEqual({ verdict: 'tls', detail: expect.stringContaining('common name alone') });
    expect(service.requests).toEqual([]);
  });

  test.each(GOOD)('is content with %s', async (...row) => {
    const [, kind, options, tls] = row;
    await using service = await start(kind, options);
    expect(verdictOf(await attempt(service, trust(tls)))).toEqual({ verdict: 'ok', detail: '' });
  });

  test('verifies even where the environment says not to', async () => {
    await using service = await start('selfSigned');
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(verdictOf(await attempt(service, {})).verdict).toBe('tls');
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  test('names a server that speaks no TLS', async () => {
    await using plain = await startFaultyService({
      answers: {},
      onConnection: (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    });
    const result = await attempt({ ...plain, url: plain.url.replace('http:', 'https:') }, {});
    expect(verdictOf(result)).toEqual({ verdict: 'tls', detail: expect.stringContaining('speaks no TLS') });
  });

  test('names a connection that ends within the handshake', async () => {
    await using mute = await startFaultyService({
      answers: {},
      onConnection: (socket) => socket.once('data', () => socket.destroy()),
    });
    const result = await attempt({ ...mute, url: mute.url.replace('http:', 'https:') }, {});
    expect(verdictOf(result)).toEqual({
      verdict: 'tls',
      detail: expect.stringContaining('closed during the handshake'),
    });
  });
});

test('a handshake that hangs is ended in time', async () => {
  await using mute = await startFaultyService({ answers: {}, onConnection: () => {} });
  const url = mute.url.replace('http:', 'https:');
  const result = await askHttp({ url, limits: { connectMs: 120 } });
  expect([verdictOf(result), result.durationMs >= 120]).toEqual([
    { verdict: 'tls', detail: expect.stringContaining('within 120 ms') },
    true,
  ]);
});

test('a tls probe shows protocol, cipher, name, end and chain', async () => {
  await using service = await start('chained', { maxVersion: 'TLSv1.2' });
  const request = { name: 'tls', host: 'localhost', port: service.port, tls: trust({}) };
  const { evidence } = await once(createTlsProbe(request, systemPorts));
  expect([evidence.came, evidence.excerpt]).toEqual([
    expect.stringMatching(/^TLSv1\.2, ECDHE-\S+, chained, until \d{4}-\d\d-\d\d$/u),
    expect.stringMatching(/^chained \(until [\d-]+\) < intermediate \(until [\d-]+\) < root \(until [\d-]+\)$/u),
  ]);
});

/** An attempt over a connection that was used before: on a busy machine an answer can be there before Node has the connection back. */
function overKept(probe: Probe): Promise<ProbeResult> {
  return waitUntil(
    async () => {
      const result = await probe.attempt(CALM);
      return result.series === 'kept' && result;
    },
    { deadlineMs: 60_000, what: 'a kept connection' },
  );
}

test('days are counted on the clock that was given, on kept connections too', async () => {
  await using service = await start('endsSoon');
  let now = Date.now();
  const probe = httpProbe(
    { url: `${service.url}/`, tls: { ca: certificates.ca, minDaysLeft: 3 } },
    { wallClock: () => now },
  );
  const first = await probe.attempt(CALM);
  now += 3 * 86_400_000;
  const later = await overKept(probe);
  await probe.close();
  expect([first.kind, verdictOf(later).verdict]).toEqual(['ok', 'tls']);
});

test('handshakes count for new connections only', async () => {
  await using service = await start('good');
  const probe = httpProbe({ url: `${service.url}/`, tls: { ca: certificates.ca } });
  const phases = [await probe.attempt(CALM), await overKept(probe)].map(({ evidence }) => evidence.phases.tls > 0);
  await probe.close();
  expect(phases).toEqual([true, false]);
});

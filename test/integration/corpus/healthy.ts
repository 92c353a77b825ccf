/** Services that are well, and look odd or are noisy: with the rules that hold unless somebody sets others, they have to pass. */
import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import {
  answers,
  type FaultyService,
  type FaultyServiceRequest,
  Random,
  type ServiceAnswer,
  type ServiceCertificates,
} from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import type { Case, Situation, Written } from './case.ts';
import { alertsOf, monitored, queryOf, ruled, valued } from './monitoring.ts';
import { DEAD, NAME, named } from './names.ts';
import { RUNNING, shellOf } from './servers.ts';
import {
  answered,
  BARE,
  delayed,
  everyNth,
  healthCheck,
  ILL,
  NEW_VERSION,
  serviceCase,
  VERSION,
  WELL,
} from './services.ts';

const { inTurn, raw, rawThenClose, redirect, reply } = answers;
const OK = '{"status":"ok"}';
const LENGTH = `content-length: ${OK.length}`;

export const HEALTHY: readonly Case[] = [
  well('it answers', WELL),
  well('it takes some rounds to start up', inTurn(ILL, ILL, WELL), { settings: { 'ready-within': '20s' } }),
  {
    name: 'its port opens late',
    expected: '',
    arrange: async (bed) => {
      const early = await bed.serve(WELL);
      await early.close();
      // Where the next round of readiness is waited for.
      const sleep = async (): Promise<void> =>
        void (await bed.serve(WELL, { port: early.port }).catch(() => undefined));
      return { checks: [healthCheck(early.url)], settings: { 'ready-within': '20s' }, ports: { sleep } };
    },
  },
  well('one answer of fifty is slow', everyNth(50, delayed(300))),
  well('one answer of two thousand is an error', everyNth(2_000 / 8, ILL)),
  well('its answers take longer and shorter', jittery(20)),
  well('it closes each connection, and says so', closing(answered(['connection: close', LENGTH], OK))),
  well('it closes idle connections between requests', leaving(100)),
  // Far enough above the time for which the probe keeps an idle connection that a busy machine cannot take one for the other.
  well('it closes idle connections just when the next request is due', leaving(3_000), {
    settings: { duration: '7s', interval: '3s' },
    more: { mode: 'monitor' },
  }),
  well(
    'it closes a connection after so many requests',
    everyNth(100, closing(answered(['connection: close', LENGTH], OK))),
  ),
  well('its body is big, but allowed', reply({ body: { status: 'ok', padding: 'x'.repeat(500_000) } })),
  well('its body is as big as allowed', reply({ body: 'x'.repeat(4_096) }), { check: { 'max-body': '4096B' } }),
  well('it redirects within itself, which is allowed', WELL, {
    start: { answers: { '/health': redirect('/healthz', 307), '*': WELL } },
    check: { redirects: 1 },
  }),
  well('it speaks HTTP/1.0', rawThenClose(`HTTP/1.0 200 OK\r\n\r\n${OK}`)),
  well('its body ends with its connection', rawThenClose(answered(['content-type: application/json'], OK))),
  well('its body comes in chunks', raw(answered(['transfer-encoding: chunked'], chunked(OK)))),
  well(
    'its body comes in many chunks, with extensions and trailers',
    raw(
      answered(
        ['transfer-encoding: chunked', 'trailer: x-sum'],
        `${OK.replace(/./g, '1;q="a"\r\n$&\r\n')}0\r\nx-sum: 1\r\n\r\n`,
      ),
    ),
  ),
  well(
    'its headers are weird, but valid',
    raw(
      answered(
        [
          LENGTH,
          'SET-COOKIE: a=1',
          'set-cookie: b=2',
          'x-empty:',
          'X-Long: '.padEnd(8_000, 'x'),
          'x-latin: caf\u00e9',
          '!#$%: 1',
        ],
        OK,
      ),
    ),
  ),
  well('its status line has no words', raw(`HTTP/1.1 200 \r\n${LENGTH}\r\n\r\n${OK}`)),
  well('it sends early hints', raw(`HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n${answered([LENGTH], OK)}`)),
  well('it says to continue first', raw(`HTTP/1.1 100 Continue\r\n\r\n${answered([LENGTH], OK)}`)),
  well('its answers come in two pieces', inPieces(answered([LENGTH], OK))),
  well('its JSON has a byte order mark', reply({ body: `\u{feff}${OK}` })),
  well('its JSON has blanks around it', reply({ body: `\n  ${OK}\r\n` })),
  well('it counts errors of the past', reply({ body: { status: 'ok', errors: 3, error: null, lastError: 'none' } }), {
    check: BARE,
  }),
  well('it answers with a text', reply({ body: 'OK\n' }), { check: BARE }),
  well('it answers with a page about errors', reply({ body: '<title>Error codes</title><p>error: 404 means …' }), {
    check: BARE,
  }),
  well('its page loads itself again', reply({ body: '<meta http-equiv="refresh" content="300">' }), { check: BARE }),
  well('it answers with nothing, which is asked for', raw('HTTP/1.1 204 No Content\r\n\r\n'), {
    check: { expect: { status: 204 } },
  }),
  well('it is asked with HEAD', WELL, { check: { method: 'HEAD' } }),
  well('it answers with the new version', WELL, { check: VERSION, settings: NEW_VERSION }),
  well('its counters grow', counting(), { check: { counters: { requests: '.requests' } } }),
  well('ten samples are enough for its user', WELL, {
    settings: { samples: 10, 'max-response-time': '2s', percentile: '95%' },
  }),
  well('it is watched over a window', WELL, {
    settings: { duration: '300ms', interval: '20ms' },
    more: { mode: 'monitor' },
  }),
  well('it is looked at before the deployment', WELL, { more: { mode: 'pre' } }),
  { name: 'it has IPv4 and IPv6', expected: '', arrange: (bed) => named(bed, ['127.0.0.1', '::1']) },
  { name: 'it has IPv6 alone', expected: '', arrange: (bed) => named(bed, ['::1'], '::1') },
  {
    name: 'localhost listens in one family only',
    expected: '',
    arrange: async (bed) => ({
      checks: [healthCheck(`http://localhost:${(await bed.serve(WELL, { host: '::1' })).port}`)],
    }),
  },
  {
    name: 'one of its two addresses is dead, which is noted',
    expected: '',
    says: /dead: 127\.0\.0\.9 \(refused\)/,
    arrange: (bed) => named(bed, [DEAD, '127.0.0.1']),
  },
  {
    name: 'a lookup fails once while it starts up',
    expected: '',
    arrange: async (bed) => {
      const { port } = await bed.serve(WELL);
      let lookups = 0;
      const lookup = async (): Promise<readonly string[]> => {
        lookups += 1;
        if (lookups === 1) throw Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' });
        return ['127.0.0.1'];
      };
      return {
        checks: [healthCheck(`http://${NAME}:${port}`)],
        settings: { 'ready-within': '20s' },
        ports: { lookup },
      };
    },
  },
  {
    name: 'all of its backends have the new version',
    expected: '',
    arrange: async (bed) => {
      const [front, second] = [await bed.serve(WELL), await bed.serve(WELL)];
      const check = { ...VERSION, backends: [front.url, second.url] };
      return { checks: [healthCheck(front.url, check)], settings: NEW_VERSION };
    },
  },
  trusted('its certificate is of a given authority', 'good'),
  trusted('its chain is whole', 'chained'),
  trusted('its certificate ends soon, but not that soon', 'endsSoon', { 'certificate-days': 3 }),
  {
    name: 'its process, its database and a command on its server are well',
    expected: '',
    arrange: async (bed) => ({
      checks: [healthCheck((await bed.serve(WELL)).url), { process: 'shop.service' }],
      ports: { shells: [shellOf('web1', [RUNNING]), shellOf('web2', [RUNNING])] },
    }),
  },
  monitored({ name: 'a query keeps its threshold', answer: valued('0.995'), expected: '', check: queryOf }),
  monitored({ name: 'no alert is active', answer: ruled(), expected: '', check: alertsOf }),
  monitored({
    name: 'an alert is older than the deployment, which is noted',
    answer: ruled({ alert: { state: 'firing', ageMs: 3_600_000 } }),
    expected: '',
    says: /since before the deployment/,
    check: alertsOf,
    more: { before: { at: Date.now() - 60_000, checks: new Map() } },
  }),
  onNode('a server of Node answers', (_, response) => void response.end(OK)),
  onNode('a server of Node keeps connections for a moment only', (_, response) => void response.end(OK), 5),
  onNode('a server of Node writes in pieces', (_, response) => {
    response.write(OK.slice(0, 5));
    setImmediate(() => response.end(OK.slice(5)));
  }),
];

interface Well {
  readonly check?: Written;
  readonly settings?: Written;
  readonly start?: Partial<FaultyServiceRequest>;
  readonly more?: Partial<Situation>;
}

function well(name: string, answer: ServiceAnswer, more: Well = {}): Case {
  return serviceCase({ name, answer, expected: '', ...more });
}

function trusted(name: string, kind: 'good' | 'chained' | 'endsSoon', check: Written = {}): Case {
  const checksOf = ({ ca }: ServiceCertificates, { port }: FaultyService): readonly Written[] => [
    healthCheck(`https://localhost:${port}`, { ca, ...check }),
    { tls: `localhost:${port}`, ca, 'certificate-days': 3, ...check },
  ];
  return {
    name,
    expected: '',
    arrange: async (bed) => {
      const certificates = await bed.certificates();
      return { checks: checksOf(certificates, await bed.serve(WELL, { tls: certificates[kind] })) };
    },
  };
}

/** A real server, with as little of ours in it as can be. */
function onNode(name: string, listener: RequestListener, keepAliveTimeout = 5_000): Case {
  const arrange = async (bed: Bed): Promise<Situation> => {
    const server = createServer({ keepAliveTimeout }, listener);
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', resolve);
    await promise;
    bed.defer(async () => {
      server.close().closeAllConnections();
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return { checks: [healthCheck(`http://127.0.0.1:${port}`)] };
  };
  return { name, expected: '', arrange };
}

function jittery(mostMs: number): ServiceAnswer {
  const random = new Random(4);
  return (socket, request) => delayed(random.below(mostMs))(socket, request);
}

function closing(bytes: string): ServiceAnswer {
  return (socket) => socket.end(bytes);
}

const TICKS = 20;

/**
 * Ends a connection on which nothing was asked for so long, as servers do, without having said so. The time is counted in ticks: while this
 * process stands still, in which the service and who asks it live together, none passes for either.
 */
function leaving(idleMs: number): ServiceAnswer {
  const left = new WeakMap<Socket, number>();
  const tick = (socket: Socket): void => {
    const ticks = (left.get(socket) ?? 0) - 1;
    left.set(socket, ticks);
    if (ticks === 0) socket.end();
  };
  return (socket, request) => {
    if (!left.has(socket)) {
      const ticking = setInterval(() => tick(socket), idleMs / TICKS);
      socket.once('close', () => clearInterval(ticking));
    }
    left.set(socket, TICKS);
    WELL(socket, request);
  };
}

function inPieces(text: string): ServiceAnswer {
  const middle = Math.floor(text.length / 2);
  return (socket) => {
    socket.write(text.slice(0, middle));
    setImmediate(() => socket.write(text.slice(middle)));
  };
}

function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
}

function counting(): ServiceAnswer {
  let requests = 0;
  return (socket, request) => {
    requests += 1;
    reply({ body: { status: 'ok', requests } })(socket, request);
  };
}

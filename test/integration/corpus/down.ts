/** Services that are not there, stop being there, or never come to an end. */
import { answers, type FaultyService } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import type { Case, Situation, Written } from './case.ts';
import { after, answered, HURRIED, healthCheck, STATUS_OK, serviceCase, WELL } from './services.ts';

const { bodyOf, drip, hang, raw, rawThenClose, rawThenReset } = answers;
const PATIENCE = { ...STATUS_OK, ...HURRIED };
const JSON_HEAD = ['content-type: application/json', 'content-length: 16'];

export const DOWN: readonly Case[] = [
  serviceCase({
    name: 'nothing listens on the port',
    answer: WELL,
    prepare: (service) => service.close(),
    expected: 'health',
    says: /Nothing accepts connections .*refused/,
  }),
  dying({ name: 'it dies as soon as it was ready', afterAnswers: 1 }),
  dying({ name: 'it dies while samples are taken', afterAnswers: 60 }),
  dying({
    name: 'it dies when it has enough good samples, and still has to stay well',
    afterAnswers: 400,
    settings: { 'healthy-for': '60s' },
  }),
  {
    name: 'a port that has to be open is closed',
    expected: 'health',
    says: /refused/,
    arrange: async (bed) => {
      const service = await bed.serve(WELL);
      await service.close();
      return { checks: [{ tcp: `127.0.0.1:${service.port}` }] };
    },
  },
  serviceCase({
    name: 'it accepts connections and closes them',
    answer: WELL,
    start: { onConnection: (socket) => void socket.end() },
    expected: 'health',
  }),
  serviceCase({ name: 'it resets connections before any byte', answer: rawThenReset(''), expected: 'health' }),
  serviceCase({
    name: 'it resets connections within the headers',
    answer: rawThenReset('HTTP/1.1 200 OK\r\ncontent-'),
    expected: 'health',
  }),
  serviceCase({
    name: 'it resets connections after the headers',
    answer: rawThenReset(answered(JSON_HEAD)),
    expected: 'health',
    says: /broke within the body/,
  }),
  serviceCase({ name: 'it hangs before the headers', answer: hang, check: PATIENCE, expected: 'health' }),
  serviceCase({
    name: 'it hangs within the headers',
    answer: raw('HTTP/1.1 200 OK\r\n'),
    check: PATIENCE,
    expected: 'health',
  }),
  serviceCase({
    name: 'it hangs after the headers',
    answer: raw(answered(JSON_HEAD)),
    check: PATIENCE,
    expected: 'health',
  }),
  serviceCase({
    name: 'it hangs one byte before the end of the body',
    answer: raw(answered(JSON_HEAD, '{"status": "ok"')),
    check: PATIENCE,
    expected: 'health',
  }),
  serviceCase({
    name: 'it begins to hang while samples are taken',
    answer: after(60, hang),
    check: PATIENCE,
    expected: 'health',
    says: /(?:no answer|did not end) within/,
  }),
  serviceCase({
    name: 'its headers drip',
    answer: drip('HTTP/1.1 200 OK\r\nx-slow: ', 20),
    check: PATIENCE,
    expected: 'health',
  }),
  serviceCase({
    name: 'its body drips',
    answer: (socket, request) => {
      raw(answered(['content-length: 1000']))(socket, request);
      drip('{"status":"ok"}', 20)(socket, request);
    },
    check: PATIENCE,
    expected: 'health',
    says: /did not end within/,
  }),
  serviceCase({
    name: 'its body is cut off by its length',
    answer: rawThenClose(answered(JSON_HEAD, '{"status":"ok"}')),
    expected: 'health',
  }),
  serviceCase({
    name: 'its body is cut off between two chunks',
    answer: rawThenClose(answered(['transfer-encoding: chunked'], 'f\r\n{"status":"ok"}\r\n')),
    expected: 'health',
  }),
  serviceCase({
    name: 'its chunks are garbage',
    answer: rawThenClose(answered(['transfer-encoding: chunked'], 'zz\r\n{"status":"ok"}\r\n0\r\n\r\n')),
    expected: 'health',
  }),
  serviceCase({
    name: 'its body has 200 MiB, and says so',
    answer: bodyOf(200 * 2 ** 20, 'length'),
    expected: 'health',
    says: /larger than 1048576 bytes/,
  }),
  serviceCase({
    name: 'its body has 200 MiB, and does not say so',
    answer: bodyOf(200 * 2 ** 20, 'chunked'),
    expected: 'health',
    says: /larger than 1048576 bytes/,
  }),
  serviceCase({
    name: 'its body never ends',
    answer: bodyOf(Number.POSITIVE_INFINITY, 'chunked'),
    expected: 'health',
    says: /larger than/,
  }),
  serviceCase({
    name: 'a header has 1 MB',
    answer: raw(answered([`x-large: ${'x'.repeat(1_000_000)}`, ...JSON_HEAD], '{"status": "ok"}')),
    expected: 'health',
    says: /headers .* are larger/,
  }),
  serviceCase({
    name: 'its body has two lengths',
    answer: raw(answered(['content-length: 15', 'content-length: 16'], '{"status":"ok"} ')),
    expected: 'health',
  }),
  serviceCase({
    name: 'its body has a length and comes in chunks',
    answer: raw(answered(['content-length: 15', 'transfer-encoding: chunked'], 'f\r\n{"status":"ok"}\r\n0\r\n\r\n')),
    expected: 'health',
  }),
  serviceCase({
    name: 'a header is none',
    answer: raw(answered(['x bad\u0000: 1', ...JSON_HEAD], '{"status": "ok"}')),
    expected: 'health',
    says: /not valid HTTP/,
  }),
  serviceCase({
    name: 'it speaks HTTP/2 alone',
    answer: rawThenClose(Uint8Array.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
    expected: 'health',
  }),
  serviceCase({ name: 'it speaks HTTP/0.9', answer: rawThenClose('{"status":"ok"}'), expected: 'health' }),
  serviceCase({
    name: 'it speaks another protocol',
    answer: rawThenClose('SSH-2.0-OpenSSH_9.2p1\r\n'),
    expected: 'health',
  }),
  serviceCase({
    name: 'it says to continue, and nothing after that',
    answer: raw('HTTP/1.1 100 Continue\r\n\r\n'),
    check: PATIENCE,
    expected: 'health',
  }),
  serviceCase({
    name: 'it changes to another protocol',
    answer: raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
    check: PATIENCE,
    expected: 'health',
  }),
];

interface Death {
  readonly name: string;
  readonly settings?: Written;
  readonly afterAnswers: number;
}

function dying({ name, settings, afterAnswers }: Death): Case {
  const arrange = async (bed: Bed): Promise<Situation> => {
    let alive: FaultyService | undefined;
    let answered = 0;
    const service = await bed.serve((socket, request) => {
      WELL(socket, request);
      answered += 1;
      if (answered === afterAnswers) setImmediate(() => void alive?.close());
    });
    alive = service;
    return { checks: [healthCheck(service.url)], settings };
  };
  return { name, expected: 'health', says: /refused|closed/, arrange };
}

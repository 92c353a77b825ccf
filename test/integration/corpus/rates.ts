/** Services that fail now and then, or are slow. */
import type { Socket } from 'node:net';
import { answers } from '@plimsoll/testkit';
import type { Case } from './case.ts';
import { answered, delayed, everyNth, HURRIED, ILL, STATUS_OK, serviceCase, WELL } from './services.ts';

const { hang, rawThenReset, reply } = answers;

export const RATES: readonly Case[] = [
  serviceCase({ name: '50 % of its answers are errors', answer: everyNth(2, ILL), expected: 'error-rate' }),
  serviceCase({ name: '5 % of its answers are errors', answer: everyNth(20, ILL), expected: 'error-rate' }),
  serviceCase({ name: '2 % of its answers are errors', answer: everyNth(50, ILL), expected: 'error-rate' }),
  serviceCase({
    name: '1 % of its answers are errors, which is the very limit',
    answer: everyNth(100, ILL),
    expected: 'inconclusive',
    says: /too close to the limit/,
  }),
  serviceCase({
    name: '1 % of its answers are errors, where 0.1 % may be',
    answer: everyNth(100, ILL),
    settings: { 'max-error-rate': '0.1%' },
    expected: 'error-rate',
  }),
  serviceCase({
    name: 'one of the ten answers that the user asked for is an error',
    answer: everyNth(7, ILL),
    settings: { samples: 10 },
    expected: 'error-rate',
  }),
  serviceCase({
    name: '5 % of its answers are 200 and say that it is not well',
    answer: everyNth(20, reply({ body: { status: 'error' } })),
    expected: 'error-rate',
  }),
  serviceCase({
    name: '10 % of its connections are reset within the body',
    answer: everyNth(10, rawThenReset('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{')),
    expected: 'error-rate',
  }),
  serviceCase({
    name: '10 % of its answers never come',
    answer: everyNth(10, hang),
    check: { ...STATUS_OK, ...HURRIED },
    expected: 'error-rate',
  }),
  serviceCase({
    name: '2 % of its answers never come',
    answer: everyNth(50, hang),
    check: { ...STATUS_OK, ...HURRIED },
    expected: 'error-rate',
  }),
  serviceCase({
    name: 'one of the ten answers that the user asked for never comes',
    answer: everyNth(7, hang),
    check: { ...STATUS_OK, ...HURRIED },
    settings: { samples: 10 },
    expected: 'error-rate',
  }),
  serviceCase({
    name: 'it closes each connection when it is used for the second time',
    answer: WELL,
    start: { onConnection: closingAtTheSecond },
    settings: { samples: 50 },
    expected: 'error-rate',
    says: /second time in a row/,
  }),
  serviceCase({
    name: '10 % of its answers take ten times as long',
    answer: everyNth(10, delayed(150), delayed(15)),
    settings: { 'max-response-time': '100ms', percentile: '95%' },
    expected: 'latency',
  }),
  serviceCase({
    name: 'all of its answers take too long',
    answer: delayed(60),
    settings: { samples: 5, 'max-response-time': '30ms', percentile: '100%' },
    expected: 'latency',
  }),
  serviceCase({
    name: 'one of five answers takes too long',
    answer: everyNth(4, delayed(700)),
    settings: { samples: 5, 'max-response-time': '500ms', percentile: '100%' },
    expected: 'latency',
  }),
  serviceCase({
    name: 'it becomes slow within a window',
    answer: everyNth(3, delayed(400)),
    settings: { duration: '5s', interval: '100ms', 'max-response-time': '300ms', percentile: '80%' },
    more: { mode: 'monitor' },
    expected: 'latency',
  }),
];

/** As behind a proxy that keeps connections to a server that does not. */
function closingAtTheSecond(socket: Socket): void {
  socket.once('data', () => {
    socket.write(answered(['content-length: 15'], '{"status":"ok"}'));
    socket.once('data', () => socket.end());
  });
}

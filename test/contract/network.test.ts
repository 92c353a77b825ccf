import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { useNock } from '../setup/use-nock.ts';

/** Of a network that exists in documents only, so that nobody is bothered should this fail. */
const ELSEWHERE = '192.0.2.1';
const REFUSAL = `Tests talk to this machine only, not to ${ELSEWHERE}`;

const server = createServer((_, response) => void response.end('here'));
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});
afterAll(() => void server.close());

/** The error of something that connects. */
function errorOf(connecting: { on(event: 'error', listener: (error: Error) => void): unknown }): Promise<Error> {
  return new Promise((resolve) => void connecting.on('error', resolve));
}

describe('a test', () => {
  test.each([
    ['with a port and a host', () => connect(80, ELSEWHERE)],
    ['with options', () => connect({ port: 80, host: ELSEWHERE })],
    ['with TLS', () => connectSecurely(443, ELSEWHERE)],
    ['with HTTP', () => request(`http://${ELSEWHERE}/`).end()],
  ])('cannot leave the machine %s', async (_, start) => {
    expect((await errorOf(start())).message).toContain(REFUSAL);
  });

  test('cannot leave the machine by fetch, nor for a name', async () => {
    await expect(fetch(`http://${ELSEWHERE}/`)).rejects.toMatchObject({
      cause: { message: expect.stringContaining(REFUSAL) },
    });
    await expect(fetch('http://example.com/')).rejects.toMatchObject({
      cause: { message: expect.stringContaining('not to example.com') },
    });
  });

  test('reaches servers of this machine', async () => {
    expect(await (await fetch(url)).text()).toBe('here');
  });
});

describe('a test that asks for nock', () => {
  const shared = useNock();

  test('gets the answers that it wrote down, and no others', async () => {
    shared.nock('https://api.github.com').get('/zen').reply(200, 'calm');
    expect(await (await fetch('https://api.github.com/zen')).text()).toBe('calm');
    expect((await fetch('https://api.github.com/zen')).status).toBe(501); // Nock: no match for the request.
  });
});

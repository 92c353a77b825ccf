import type { HttpCheck } from '../check.ts';
import { HTTP, HTTP_EXPECT } from './keys/http-keys.ts';
import type { Described } from './kind.ts';
import type { Mapping } from './mapping.ts';
import type { KeyWithPreset } from './shape.ts';

type Expected = Pick<HttpCheck, 'status' | 'expectHeaders' | 'contains' | 'matches' | 'json'>;

/** Reads a check of kind `http`, and notes what contradicts itself in it. */
export function readHttp(mapping: Mapping): Described | undefined {
  const url = mapping.get(HTTP.http);
  const target = {
    kind: 'http',
    method: mapping.value(HTTP.method),
    headers: mapping.get(HTTP.headers) ?? {},
    body: mapping.get(HTTP.body) ?? '',
    ...readExpected(mapping.get(HTTP.expect)),
    version: mapping.get(HTTP.version) ?? '',
    counters: mapping.get(HTTP.counters) ?? {},
    redirects: mapping.value(HTTP.redirects),
    connections: mapping.value(HTTP.connections),
    maxBodyBytes: mapping.value(HTTP.maxBody),
    ca: mapping.get(HTTP.ca) ?? '',
    minDaysLeft: mapping.value(HTTP.certificateDays),
    backends: mapping.get(HTTP.backends) ?? [],
    ...readTimeouts(mapping),
  } as const;
  noteContradictions(mapping, target);
  if (url === undefined) return undefined;
  noteUselessTls(mapping, url);
  const { host, pathname } = new URL(url);
  // Without its query, which may hold a token.
  return { target: { ...target, url }, title: `http ${host}${pathname}` };
}

function readExpected(expect: Mapping | undefined): Expected {
  return {
    status: expect?.value(HTTP_EXPECT.status) ?? HTTP_EXPECT.status.preset.value,
    expectHeaders: expect?.get(HTTP_EXPECT.headers) ?? {},
    contains: expect?.get(HTTP_EXPECT.contains) ?? [],
    matches: expect?.get(HTTP_EXPECT.matches) ?? [],
    json: expect?.get(HTTP_EXPECT.json) ?? [],
  };
}

function readTimeouts(mapping: Mapping): Pick<HttpCheck, 'timeoutMs' | 'connectTimeoutMs' | 'firstByteTimeoutMs'> {
  const timeoutMs = mapping.value(HTTP.timeout);
  const within = (key: KeyWithPreset<number>): number => {
    const value = mapping.value(key);
    if (mapping.has(key) && value > timeoutMs && mapping.isSound(key, HTTP.timeout)) {
      mapping.complain(key, `'${key.name}' is longer than 'timeout' (${timeoutMs} ms), which ends the attempt first.`);
    }
    return Math.min(value, timeoutMs);
  };
  return {
    timeoutMs,
    connectTimeoutMs: within(HTTP.connectTimeout),
    firstByteTimeoutMs: within(HTTP.firstByteTimeout),
  };
}

function noteContradictions(
  mapping: Mapping,
  target: Pick<HttpCheck, 'method' | 'version' | 'counters'> & Expected,
): void {
  if (mapping.has(HTTP.body) && !mapping.has(HTTP.method)) {
    mapping.complain(HTTP.body, "a body would be sent with GET. Say which 'method' sends it.");
  }
  if (mapping.has(HTTP.backends) && !mapping.has(HTTP.version)) {
    mapping.complain(HTTP.backends, "'backends' are asked for their version, and no 'version' says where it is.");
  }
  const looksAtBody =
    target.contains.length + target.matches.length + target.json.length + Object.keys(target.counters).length > 0 ||
    /^(?:\.|body$)/u.test(target.version);
  if (target.method === 'HEAD' && looksAtBody) {
    mapping.complain(HTTP.method, 'an answer to HEAD has no body, and something in the body is asked for.');
  }
}

function noteUselessTls(mapping: Mapping, url: string): void {
  if (url.startsWith('https:')) return;
  for (const key of [HTTP.ca, HTTP.certificateDays].filter((one) => mapping.has(one))) {
    mapping.complain(key, `'${key.name}' says something of a certificate, and a URL with http:// has none.`);
  }
}

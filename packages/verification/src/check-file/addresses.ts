import { isIP } from 'node:net';
import { Failure } from '@plimsoll/outcome';
import { shown } from './problems.ts';
import { patternText } from './scalars.ts';
import type { Shape } from './shape.ts';

const LAST_PORT = 65_535;

/** Where a port is. An IPv6 address is without its brackets. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** An absolute URL of HTTP. What it says of itself in an error never includes a password. */
export const HTTP_URL: Shape<string> = patternText({
  pattern: /^https?:\/\/[^\s/?#]/u,
  expected: 'a URL of HTTP. Write it in full, with its scheme, as https://example.org/health',
  parse: (text) => {
    parseHttpUrl(text);
    return text;
  },
});

/** One of several processes or machines that serve a URL: an origin, or an IP address to connect to in its place. */
export const BACKEND: Shape<string> = patternText({
  pattern: /^(?:https?:\/\/[^\s/?#]+\/?|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|\[?[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+\]?)$/u,
  expected: 'a backend. Write an origin such as http://10.0.0.1:8000, or an IP address',
  parse: (text) => {
    if (text.includes('://')) return parseHttpUrl(text).origin;
    if (isIP(text.replace(/^\[(.*)\]$/u, '$1')) === 0) throw new Failure('input', `${shown(text)} is no IP address.`);
    return text;
  },
});

export const HOST_WITH_PORT: Shape<HostAndPort> = patternText({
  pattern: /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]+$/u,
  expected: 'a host and a port. Write it as db.example.org:5432, and an IPv6 address as "[::1]:5432"',
  parse: (text) => hostAndPort(text, 0),
});

/** The port is 443 where there is none. */
export const TLS_HOST: Shape<HostAndPort> = patternText({
  pattern: /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?$/u,
  expected: 'a host, perhaps with a port. Write it as example.org or example.org:8443, without a scheme',
  parse: (text) => hostAndPort(text, 443),
});

function parseHttpUrl(text: string): URL {
  if (text.includes('${')) {
    throw new Failure(
      'input',
      'variables are not filled in here; only values of headers, a body and a connection have them.',
    );
  }
  if (/\s\S*:\/\//u.test(text)) throw new Failure('input', 'these are several URLs: write a check for each.');
  const url = URL.parse(text);
  if (url === null) throw new Failure('input', 'this is no valid URL.');
  if (url.username !== '' || url.password !== '') {
    throw new Failure('input', `the URL for ${url.host} holds credentials. Give them as an Authorization header.`);
  }
  return url;
}

function hostAndPort(text: string, usual: number): HostAndPort {
  const [, host = '', digits = ''] = /^(.*?\]|[^:]*)(?::([0-9]+))?$/u.exec(text) ?? [];
  const bare = host.replace(/^\[(.*)\]$/u, '$1');
  if (host !== bare && isIP(bare) !== 6) throw new Failure('input', `${shown(bare)} is no IPv6 address.`);
  const port = digits === '' ? usual : Number(digits);
  if (port < 1 || port > LAST_PORT)
    throw new Failure('input', `${shown(digits)} is not a port from 1 to ${LAST_PORT}.`);
  return { host: bare, port };
}

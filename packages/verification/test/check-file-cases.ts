/** Files of checks, for the tests of their reader and of their schema. */

export const ENV: Readonly<Record<string, string>> = {
  TOKEN: 's3cret',
  PASSWORD: "p@ss 'word",
  EMPTY: '',
  LINES: 'a\nb',
};

const HTTP = '{http: https://example.org/health';
const PROMETHEUS = 'prometheus: up, url: http://localhost:9090';

/** What a file may say; each stands for one list of checks, or for one more line. */
export const GOOD_CHECKS: readonly string[] = [
  `${HTTP}}`,
  `${HTTP}, name: health, role: smoke, method: HEAD, timeout: 1s}`,
  `${HTTP}, method: POST, body: '{"a": "\${TOKEN}"}', headers: {Authorization: 'Bearer \${TOKEN}', X-Debug: true}}`,
  `${HTTP}, expect: {status: 204}}`,
  `${HTTP}, expect: {status: '204', contains: 1, matches: [a, 'b+']}}`,
  `${HTTP}, expect: {status: [200, 3xx], headers: {Content-Type: json}, json: ['.a == "b"', .c != null]}}`,
  `${HTTP}, expect: {}}`,
  `${HTTP}, version: .version, backends: [http://10.0.0.1:8000, 10.0.0.2, '[::1]', '::1']}`,
  `${HTTP}, version: 'header:x-version', counters: {errors: .stats.errors}}`,
  `${HTTP}, version: body, redirects: 3, max-body: 16MiB, certificate-days: 30}`,
  `${HTTP}, redirects: 3, connect-timeout: 500ms, first-byte-timeout: 10s}`,
  '{tcp: db.example.org:5432}',
  '{tcp: "[::1]:5432", role: smoke}',
  '{tls: example.org}',
  '{tls: example.org:8443, server-name: other.example.org, certificate-days: 0, timeout: 2s}',
  '{process: shop.service}',
  '{process: user:shop@1.service, timeout: 2m}',
  '{pid-file: /run/shop.pid}',
  '{command: true}',
  '{command: pg_isready -q, code: database, expect: {status: 2, contains: [a], matches: ^a$}}',
  '{database: postgresql}',
  '{database: mysql, connection: shop}',
  '{database: redis, connection: "redis://:${PASSWORD}@localhost/1"}',
  '{database: sqlite, connection: /srv/shop.db}',
  `{${PROMETHEUS}, threshold: '> 0.99'}`,
  `{${PROMETHEUS}, threshold: '<=1e3'}`,
  '{alerts: true, url: https://prometheus.example.org/prom}',
  '{alerts: true, url: http://p, alertmanager: http://a:9093, labels: {severity: critical, team: 7}}',
];

export const GOOD_SETTINGS: readonly string[] = [
  'samples: 10',
  'samples: 1e1',
  'max-response-time: 500ms',
  'max-error-rate: 1%',
  'max-error-rate: 0.5',
  'duration: 15m',
  'interval: 60s',
  'ready-within: 2 m',
  'healthy-for: 0s',
  'expected-version: 1.10',
  'expected-version: v1',
];

/** What is wrong with one check, where both the reader and the schema see it, and what the reader says. */
export const BAD_CHECKS: readonly (readonly [check: string, says: string])[] = [
  ['http', 'has to be a mapping'],
  ['[]', 'has to be a mapping'],
  ['{}', 'nothing says what is checked. Give one of: http, tcp, tls, process, pid-file'],
  ['{name: x}', "check 'x': nothing says what is checked"],
  ['{htp: https://example.org/}', "unknown key 'htp' in check 1. Did you mean 'http'?"],
  [`${HTTP}, tcp: a:1}`, "it has 'http' and 'tcp'"],
  [`${HTTP}, name: health, expct: {}}`, "unknown key 'expct' in check 'health'. Did you mean 'expect'?"],
  [`${HTTP}, Time_Out: 1s}`, "Did you mean 'timeout'?"],
  [`${HTTP}, entirely-else: 1}`, "unknown key 'entirely-else' in check 1."],
  [`${HTTP}, expect: {jsn: .a}}`, "unknown key 'jsn' in 'expect' of check 1. Did you mean 'json'?"],
  ['{http: example.org/health}', "'example.org/health' is not a URL of HTTP. Write it in full, with its scheme"],
  ['{http: ftp://example.org/}', 'is not a URL of HTTP'],
  ['{http: https://}', 'is not a URL of HTTP'],
  ['{http: }', "'http' of check 1 has no value"],
  ['{http: [https://example.org/]}', "'http' of check 1 has to be a single value"],
  [`${HTTP}, name: ""}`, "'name' of check 1 is empty"],
  [`${HTTP}, name: "a\\nb"}`, 'is not a name of at most 100 characters in one line'],
  [`${HTTP}, role: smok}`, "'smok' is not one of: health, smoke. Did you mean 'smoke'?"],
  [
    '{tls: example.org, role: health}',
    "'role' in check 1 means nothing to a check of kind 'tls'; it belongs to: http, tcp. All others",
  ],
  ['{tcp: a:1, method: GET}', "'method' in check 1 means nothing to a check of kind 'tcp'; it belongs to: http"],
  [`${HTTP}, method: FETCH}`, "'FETCH' is not one of: GET"],
  [`${HTTP}, method: get}`, "'get' is not one of: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS. Did you mean 'GET'?"],
  [`${HTTP}, body: x}`, "a body would be sent with GET. Say which 'method' sends it"],
  [`${HTTP}, headers: {}}`, "'headers' of check 1 has no entry"],
  [`${HTTP}, headers: [a]}`, "'headers' of check 1 has to be a mapping"],
  [`${HTTP}, headers: {"a b": c}}`, "'a b' in 'headers' of check 1 is not the name of a header"],
  [`${HTTP}, headers: {a: }}`, "'a' in 'headers' of check 1 has no value"],
  [`${HTTP}, expect: {status: 99}}`, "'99' is not a status such as 200"],
  [`${HTTP}, expect: {status: 2XX}}`, "'2XX' is not a status"],
  [`${HTTP}, expect: {status: []}}`, 'is an empty list'],
  [`${HTTP}, expect: {contains: ''}}`, 'is empty'],
  [`${HTTP}, expect: {json: status}}`, "'status' is not an assertion"],
  [`${HTTP}, version: version}`, "'version' is not the place of a version"],
  [`${HTTP}, counters: {errors: errors}}`, "'errors' is not a path"],
  [`${HTTP}, redirects: 4}`, "'redirects' of check 1: '4' is not a whole number from 0 to 3"],
  [`${HTTP}, redirects: 1.5}`, "'1.5' is not a whole number"],
  [`${HTTP}, redirects: true}`, "'true' is not a whole number"],
  [`${HTTP}, max-body: 1000}`, "'1000' is not a size"],
  [`${HTTP}, max-body: 0B}`, "'0B' is not a size"],
  [`${HTTP}, ca: /etc/ca.pem}`, 'is not a certificate as PEM'],
  [`${HTTP}, certificate-days: -1}`, "'-1' is not a whole number from 0 to 825"],
  [`${HTTP}, backends: [10.0.0.1]}`, "'backends' are asked for their version, and no 'version' says where it is"],
  [`${HTTP}, version: .v, backends: [web1]}`, "'web1' is not a backend"],
  [`${HTTP}, timeout: 10}`, "'10' is not a duration from 1ms to 10m, such as 500ms"],
  [`${HTTP}, timeout: 0s}`, "'0s' is not a duration"],
  [`${HTTP}, timeout: 1 minute}`, "'1 minute' is not a duration"],
  ['{tcp: 5432}', "'5432' is not a host and a port"],
  ['{tcp: example.org}', "'example.org' is not a host and a port"],
  ['{tcp: "::1:5432"}', 'an IPv6 address as "[::1]:5432"'],
  ['{tls: https://example.org}', 'without a scheme'],
  ['{process: a b}', 'is not the name of a systemd unit'],
  ['{process: 7}', 'is not the name of a systemd unit'],
  ['{pid-file: run/x.pid}', "'run/x.pid' is not an absolute path"],
  ['{command: x, code: tls}', "'tls' is not one of: database, health"],
  ['{command: x, expect: {status: 256}}', "'256' is not a whole number from 0 to 255"],
  ['{command: x, expect: {json: .a}}', "unknown key 'json' in 'expect'"],
  ['{database: postgres}', "'postgres' is not one of: postgresql, mysql, redis, sqlite. Did you mean 'postgresql'?"],
  ['{database: sqlite}', "sqlite needs a 'connection'"],
  [`{${PROMETHEUS}}`, "a query needs a 'threshold'"],
  [`{${PROMETHEUS}, threshold: 0.99}`, "'0.99' is not a threshold. Write it as '> 0.99'"],
  ['{alerts: false, url: http://p}', "'false' is not true"],
  ['{alerts: true, url: http://p, labels: {a-b: c}}', "'a-b' in 'labels' of check 1 is not the name of a label"],
];

/** The same, where only the reader sees it. */
export const SUBTLE_CHECKS: readonly (readonly [check: string, says: string])[] = [
  ['{http: "https://a:b@example.org/"}', 'the URL for example.org holds credentials'],
  ['{http: "https://exa mple.org:x/"}', 'this is no valid URL'],
  ['{http: "https://example.org/${TOKEN}"}', 'variables are not filled in here'],
  [`${HTTP}, headers: {a: 1, A: 2}, expect: {headers: {b: 1, B: 2}}}`, "'b' is there twice"],
  [`${HTTP}, timeout: 1s, timeout: 2s}`, "the key 'timeout' of check 1 is there twice; the first is in line 2"],
  [`${HTTP}, headers: {a: "\${NOBODY}"}}`, "there is no variable NOBODY. Give it to the step under 'env:'"],
  [`${HTTP}, headers: {a: "\${EMPTY}"}}`, 'the variable EMPTY is empty'],
  [`${HTTP}, headers: {a: "\${to-ken}"}}`, "'${to-ken}' names no variable"],
  [`${HTTP}, headers: {a: "\${LINES}"}}`, 'the value holds a character that no header can'],
  [`${HTTP}, expect: {matches: "("}}`, 'is no regular expression'],
  [`${HTTP}, expect: {json: .a}}`, 'no operator follows the path'],
  [`${HTTP}, expect: {json: ".a > x"}}`, 'is no JSON value'],
  [`${HTTP}, version: .a b}`, 'is no path'],
  [`${HTTP}, version: .v, backends: 10.0.0.300}`, "'10.0.0.300' is no IP address"],
  [`${HTTP}, max-body: 17MiB}`, "'17MiB' is not a size from 1B to 16777216B"],
  [`${HTTP}, timeout: 11m}`, "'11m' is not a duration from 1ms to 10m"],
  [`${HTTP}, timeout: 2s, first-byte-timeout: 3s}`, "'first-byte-timeout' is longer than 'timeout' (2000 ms)"],
  [`${HTTP}, connect-timeout: 11s}`, "'connect-timeout' is longer than 'timeout' (10000 ms)"],
  [`${HTTP}, method: HEAD, expect: {contains: a}}`, 'an answer to HEAD has no body'],
  [`${HTTP}, ca: "-----BEGIN CERTIFICATE-----"}`, 'the certificate cannot be read'],
  ['{http: http://example.org/, certificate-days: 3}', 'a URL with http:// has none'],
  ['{tcp: example.org:0}', "'0' is not a port from 1 to 65535"],
  ['{tcp: "[::1::]:1"}', "'::1::' is no IPv6 address"],
  ['{command: " "}', 'this is no command'],
  ['{database: mysql, connection: "redis://h"}', 'the connection is no URL that begins with mysql://'],
  ['{database: redis, connection: localhost}', 'the connection is no URL that begins with redis://'],
  ['{database: redis, connection: "redis://h/name"}', 'databases of Redis have numbers'],
  ['{database: postgresql, connection: "postgresql://u:%zz@h/d"}', 'Write it as %25'],
  ['{database: sqlite, connection: "sqlite://x"}', 'sqlite takes the path of its file'],
  ["{prometheus: up, threshold: '> 1'}", "nothing says where Prometheus is. Give the check a 'url'"],
  [`{${PROMETHEUS}, threshold: '> 1 %'}`, 'is no threshold'],
  ['*nothing', "there is no anchor for the alias '*nothing'"],
];

export const BAD_SETTINGS: readonly (readonly [line: string, says: string])[] = [
  ['smaples: 10', "unknown key 'smaples' in the file. Did you mean 'samples'?"],
  ['samples: 0', "'samples' of the file: '0' is not a whole number from 1 to 100000"],
  ['samples: "10"', "'10' is not a whole number"],
  ['samples: ten', "'ten' is not a whole number"],
  ['max-response-time: 500', "'500' is not a duration"],
  ['percentile: 0.95', "'0.95' is not a percentage from 1 to 100"],
  ['max-error-rate: 100', "'100' is not a percentage from 0 to below 100"],
  ['expected-version: ', "'expected-version' of the file has no value"],
  ['interval: [1s]', "'interval' of the file has to be a single value"],
];

export const SUBTLE_SETTINGS: readonly (readonly [lines: string, says: string])[] = [
  ['percentile: 95', "'percentile' is a share of the answers that keep 'max-response-time', and there is none"],
  ['{interval: 2m, duration: 1m}', "'interval' (120000 ms) is longer than 'duration' (60000 ms)"],
  ['interval: 5ms', "'5ms' is not a duration from 10ms"],
  ['duration: 600h', "'600h' is not a duration"],
];

/** A whole file around one check; the check is in its second line. */
export function withCheck(check: string): string {
  return `checks:\n- ${check}\n`;
}

/** A whole file with further lines, in block or flow style. */
export function withSettings(lines: string): string {
  return `checks: [{tcp: 'a:1'}]\n${lines.replace(/^\{(.*)\}$/u, (_, pairs: string) => pairs.replaceAll(', ', '\n'))}\n`;
}

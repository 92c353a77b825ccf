import type { InputReader } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import {
  type HostAddress,
  type HostDefaults,
  parseCertificate,
  parseHosts,
  parseKnownHosts,
  parsePrivateKey,
} from '@plimsoll/ssh';

/** The inputs of every action that talks to servers. */
export interface ServerInputs {
  readonly hosts: readonly HostAddress[];
  readonly privateKey: string;
  readonly passphrase: string;
  readonly certificate: string;
  readonly knownHosts: string;
  readonly proxyJump: readonly HostAddress[];
  readonly connectTimeoutMs: number;
  readonly commandTimeoutMs: number;
  /** Absolute, without a slash at its end. */
  readonly deployPath: string;
  /** A name such as `test` or `production`; empty where none was given. */
  readonly environment: string;
  readonly lockTimeoutMs: number;
}

/** Reads them in the order of `action.yml`. */
export function readServerInputs(read: InputReader): ServerInputs {
  return readAll(read, {
    hosts: read.lines('hosts', { atLeast: 1 }),
    secret: (name) => read.secret(name),
    parsed: (name, parse) => read.parsed(name, parse),
  });
}

/** What an action that can do without servers is told of them. */
export interface OptionalServerInputs {
  /** Undefined without `hosts`. */
  readonly servers: ServerInputs | undefined;
  readonly environment: string;
}

/** Reads them for an action that can do without servers; with `hosts` the others are needed as ever. */
export function readOptionalServerInputs(read: InputReader): OptionalServerInputs {
  const hosts = read.lines('hosts');
  const wanted = (name: string, value: string | undefined): string => {
    if (value === undefined && hosts.length > 0) read.problem(name, "is missing: 'hosts' are given");
    return value ?? '';
  };
  const inputs = readAll(read, {
    hosts,
    secret: (name) => wanted(name, read.optionalSecret(name)),
    parsed: (name, parse) => wanted(name, read.optionalParsed(name, parse)),
  });
  return { servers: hosts.length > 0 ? inputs : undefined, environment: inputs.environment };
}

/** How the inputs are read that not every action needs. */
interface Needed {
  readonly hosts: readonly string[];
  readonly secret: (name: string) => string;
  readonly parsed: (name: string, parse: (text: string) => string) => string;
}

function readAll(read: InputReader, needed: Needed): ServerInputs {
  const { hosts } = needed;
  const user = read.text('user', { default: 'root' });
  const port = read.integer('port', { min: 1, max: 65_535, default: '22' });
  const privateKey = needed.secret('private-key');
  const passphrase = read.optionalSecret('passphrase') ?? '';
  const certificate = read.optionalParsed('certificate', (text) => checked(text, parseCertificate)) ?? '';
  const knownHosts = needed.parsed('known-hosts', (text) => checked(text, parseKnownHosts));
  const proxyJump = read.lines('proxy-jump');
  return {
    hosts: attempt(read, 'hosts', hostsOf(read, hosts, { user, port })) ?? [],
    privateKey: readKey(read, privateKey, passphrase),
    passphrase,
    certificate,
    knownHosts,
    proxyJump: attempt(read, 'proxy-jump', hostsOf(read, proxyJump, { user, port: 22 })) ?? [],
    connectTimeoutMs: read.duration('connect-timeout', { min: 1_000, max: 600_000, default: '30s' }),
    commandTimeoutMs: read.duration('command-timeout', { min: 1_000, max: 6 * 3_600_000, default: '10m' }),
    deployPath: needed.parsed('deploy-path', parseDeployPath),
    environment: read.optionalParsed('environment', parseEnvironment) ?? '',
    lockTimeoutMs: read.duration('lock-timeout', { min: 0, max: 6 * 3_600_000, default: '10m' }),
  };
}

/**
 * A path that may be created, filled and cleaned: absolute, below the root, plain characters only, because it ends up in systemd units.
 * @throws Failure('input')
 */
export function parseDeployPath(text: string): string {
  const path = text.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
  const fail = (why: string): Failure =>
    new Failure('input', `'${text}' ${why}. Give an absolute path such as /srv/app`);
  if (!path.startsWith('/')) throw fail('is not absolute');
  if (path === '/') throw fail('is the root of the file system');
  if (path.split('/').some((part) => part === '.' || part === '..')) throw fail("contains '.' or '..'");
  if (!/^[A-Za-z0-9/._+@,=~-]+$/.test(path)) throw fail('contains spaces or special characters');
  return path;
}

function parseEnvironment(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text)) return text;
  throw new Failure('input', `'${text}' is not a name of letters, digits, '.', '_' and '-'`);
}

function checked(text: string, parse: (text: string) => unknown): string {
  parse(text);
  return text;
}

/** Nothing to parse where nothing was given, or where what every line may lack is not known. */
function hostsOf(read: InputReader, lines: readonly string[], defaults: HostDefaults): () => readonly HostAddress[] {
  const isReady = lines.length > 0 && read.sound('user', 'port');
  return () => (isReady ? parseHosts(lines, defaults) : []);
}

function readKey(read: InputReader, key: string, passphrase: string): string {
  if (key !== '' && read.sound('private-key')) attempt(read, 'private-key', () => parsePrivateKey(key, passphrase));
  return key;
}

function attempt<T>(read: InputReader, input: string, parse: () => T): T | undefined {
  try {
    return parse();
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'input') throw thrown;
    read.problem(input, thrown.message);
    return undefined;
  }
}

import { isIPv6 } from 'node:net';
import { Failure } from '@plimsoll/outcome';

export interface HostAddress {
  /** As the user wrote it. */
  readonly label: string;
  readonly user: string;
  /** A name or an address, lower case, an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
}

export interface HostDefaults {
  readonly user: string;
  readonly port: number;
}

// These names end up in a configuration file and in command lines: nothing that ssh, a shell or a `%` token could read into.
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.+@-]{0,127}$/;
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})$/;
const PORT = /^[0-9]{1,5}$/;
const SHAPE = 'write it as [user@]host[:port], one per line, an IPv6 address as [::1]:22';

/** Parses `[user@]host[:port]`. Throws Failure('input') that names the text and what is wrong with it. */
export function parseHost(text: string, defaults: HostDefaults): HostAddress {
  const label = text.trim();
  if (label.includes(',')) throw badHost(label, 'looks like several hosts: write one per line.');
  const at = label.lastIndexOf('@');
  const { host, port } = splitPort(label, label.slice(at + 1));
  return {
    label,
    user: checkedUser(label, at < 0 ? defaults.user : label.slice(0, at)),
    host: checkedHost(label, host),
    port: port === undefined ? defaults.port : checkedPort(label, port),
  };
}

/** Parses a list and names all its problems in one Failure('input'), also a host that is listed twice. */
export function parseHosts(lines: readonly string[], defaults: HostDefaults): HostAddress[] {
  const hosts: HostAddress[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    try {
      hosts.push(parseHost(line, defaults));
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      problems.push(thrown.message);
    }
  }
  problems.push(...duplicates(hosts));
  if (problems.length > 0) throw new Failure('input', problems.join(' '));
  return hosts;
}

/** `user@host:port`, with brackets around an IPv6 address: the form used in messages. */
export function formatHost(address: HostAddress): string {
  return `${address.user}@${formatEndpoint(address)}`;
}

/** `host:port`, with brackets around an IPv6 address. */
export function formatEndpoint({ host, port }: Pick<HostAddress, 'host' | 'port'>): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

function splitPort(label: string, text: string): { host: string; port: string | undefined } {
  if (text.startsWith('[')) {
    const match = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
    if (match === null)
      throw badHost(label, `the brackets are not closed or something else than a port follows; ${SHAPE}.`);
    return { host: match[1] ?? '', port: match[2] };
  }
  const parts = text.split(':');
  if (parts.length > 2) throw badHost(label, `an IPv6 address needs brackets; ${SHAPE}.`);
  return { host: parts[0] ?? '', port: parts[1] };
}

function checkedUser(label: string, user: string): string {
  if (user === '') throw badHost(label, 'the user is missing; write user@host or set the input user.');
  if (!USER.test(user)) {
    throw badHost(label, `the user ${JSON.stringify(user)} has characters that a user name cannot have.`);
  }
  return user;
}

function checkedHost(label: string, host: string): string {
  if (host === '') throw badHost(label, `the host is missing; ${SHAPE}.`);
  if (isIPv6(host) && !host.includes('%')) return host.toLowerCase();
  if (!NAME.test(host)) {
    throw badHost(label, `${JSON.stringify(host)} is no host name and no address; ${SHAPE}.`);
  }
  return host.toLowerCase();
}

function checkedPort(label: string, text: string): number {
  const port = Number(text);
  if (!PORT.test(text) || port < 1 || port > 65_535) {
    throw badHost(label, `the port ${JSON.stringify(text)} is not a number from 1 to 65535.`);
  }
  return port;
}

function badHost(label: string, problem: string): Failure {
  return new Failure('input', `Host ${JSON.stringify(label)}: ${problem}`);
}

function duplicates(hosts: readonly HostAddress[]): string[] {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const address of hosts) {
    const first = seen.get(formatHost(address));
    if (first === undefined) seen.set(formatHost(address), address.label);
    else problems.push(`Host ${JSON.stringify(address.label)}: is listed twice (also as ${JSON.stringify(first)}).`);
  }
  return problems;
}

import { describe, expect, test } from '@jest/globals';
import { formatHost, parseHost, parseHosts } from '../src/index.ts';
import { failureOf } from './failures.ts';

const DEFAULTS = { user: 'deploy', port: 22 };

describe('a host', () => {
  test.each([
    ['web1', 'deploy@web1:22'],
    ['web1.example.com', 'deploy@web1.example.com:22'],
    ['WEB1.Example.com', 'deploy@web1.example.com:22'],
    ['root@web1', 'root@web1:22'],
    ['root@web1:2222', 'root@web1:2222'],
    ['web_1:65535', 'deploy@web_1:65535'],
    ['192.0.2.7:1', 'deploy@192.0.2.7:1'],
    ['[2001:DB8::7]', 'deploy@[2001:db8::7]:22'],
    ['a.b-c+d@[::1]:2222', 'a.b-c+d@[::1]:2222'],
    ['me@corp.example@web1', 'me@corp.example@web1:22'],
    ['  web1  ', 'deploy@web1:22'],
  ])('%j is read as %s', (text, expected) => {
    const host = parseHost(text, DEFAULTS);
    expect(formatHost(host)).toBe(expected);
    expect(host.label).toBe(text.trim());
  });

  test.each([
    ['', 'host is missing'],
    ['root@', 'host is missing'],
    ['@web1', 'user is missing'],
    ['-oProxyCommand=id', 'no host name'],
    ['root@-oProxyCommand=id', 'no host name'],
    ['-l@web1', 'the user "-l"'],
    ['web 1', 'no host name'],
    ['web1;id', 'no host name'],
    ['web1$(id)', 'no host name'],
    ['web%h', 'no host name'],
    ['we\nb', 'no host name'],
    ['ro ot@web1', 'the user "ro ot"'],
    ['r%r@web1', 'the user "r%r"'],
    ["r'@web1", `the user "r'"`],
    ['web1:', 'port ""'],
    ['web1:0', 'port "0"'],
    ['web1:65536', 'port "65536"'],
    ['web1:22x', 'port "22x"'],
    ['web1:-1', 'port "-1"'],
    ['web1:0x16', 'port "0x16"'],
    ['::1', 'needs brackets'],
    ['2001:db8::7', 'needs brackets'],
    ['[::1', 'brackets are not closed'],
    ['[::1]22', 'brackets are not closed'],
    ['[fe80::1%eth0]', 'no host name'],
    ['ssh://web1', 'port "//web1"'],
    ['wéb', 'no host name'],
    ['web1 web2', 'one per line'],
    ['web1, web2', 'looks like several hosts: write one per line'],
    ['root@web1,root@web2', 'looks like several hosts: write one per line'],
  ])('%j is refused, and the message says that %s', async (text, problem) => {
    const failure = await failureOf(() => parseHost(text, DEFAULTS));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain(problem);
    expect(failure.message).toContain(JSON.stringify(text.trim()));
  });

  test('without a user anywhere is refused', async () => {
    const failure = await failureOf(() => parseHost('web1', { user: '', port: 22 }));
    expect(failure.message).toContain('the user is missing');
  });
});

describe('a list of hosts', () => {
  test('keeps its order', () => {
    const hosts = parseHosts(['b', 'a:23', 'root@a:23'], DEFAULTS);
    expect(hosts.map(formatHost)).toEqual(['deploy@b:22', 'deploy@a:23', 'root@a:23']);
  });

  test('with several mistakes names all of them at once', async () => {
    const failure = await failureOf(() => parseHosts(['we b', 'web1:x', 'ok'], DEFAULTS));
    expect(failure.code).toBe('input');
    expect(failure.message).toContain('"we b"');
    expect(failure.message).toContain('"web1:x"');
  });

  test('that names a host twice, however written, is refused', async () => {
    const failure = await failureOf(() => parseHosts(['web1', 'deploy@WEB1:22'], DEFAULTS));
    expect(failure.message).toContain('"deploy@WEB1:22": is listed twice (also as "web1")');
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Attempt, diagnose, lastWords } from '../src/diagnosis.ts';
import { parseHost, parseKnownHosts } from '../src/index.ts';

const HOST = parseHost('web1', { user: 'deploy', port: 22 });

/** What is said of a log; the cases that a real server can be made to write are in the tests of connections. */
function say(log: string, more: Partial<Attempt> = {}): { code: string; message: string } {
  const { code, message } = diagnose({
    host: HOST,
    log,
    hops: [],
    errors: '',
    known: parseKnownHosts(''),
    credentials: { key: 'ssh-ed25519 SHA256:abc', certificate: undefined },
    timedOutAfterMs: undefined,
    now: new Date(0),
    ...more,
  });
  return { code, message };
}

describe('a log of ssh', () => {
  test.each([
    [
      'ssh: connect to host web1 port 22: Network is unreachable',
      'Network is unreachable; check host, port and routes',
    ],
    [
      'ssh: connect to host web1 port 22: Connection timed out',
      'no answer within the time limit of the system: nothing accepted the connection',
    ],
    ['Connection timed out during banner exchange', 'no answer within the time limit of the system'],
    ['debug1: Authenticated to web1\nsomething new', 'ssh gave up: something new'],
    ['', 'ssh gave up: it gave no reason'],
  ])('%j is a failure to connect', (log, problem) => {
    const { code, message } = say(log);
    expect(code).toBe('connect');
    expect(message).toContain(`Cannot connect to web1:22 (web1): ${problem}`);
  });

  test('in which only one of several addresses timed out tells the last cause', () => {
    const log =
      'debug1: connect to address 192.0.2.1 port 22: Connection timed out\nssh: connect to host web1 port 22: Connection refused\n';
    expect(say(log).message).toContain('Connection refused');
  });

  test('with too many failed keys is a refusal, also without a list of methods', () => {
    const { code, message } = say('Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures');
    expect(code).toBe('authentication');
    expect(message).toContain('the server offers: not told by ssh.');
  });

  test('with an agent that did not sign says so', () => {
    const log =
      'sign_and_send_pubkey: signing failed for ED25519 "key.pub" from agent: agent refused operation\nweb1: Permission denied (publickey).';
    expect(say(log).message).toContain('The agent could not sign with the key.');
  });

  test.each([
    [50, '', 'nothing accepted the connection'],
    [50, 'debug1: Connection established.', 'something accepts connections there and stays silent'],
    [50, 'debug1: Remote protocol version 2.0', 'an SSH server answered and then went silent'],
    [50, 'debug1: Server host key: ssh-ed25519 SHA256:x', 'the connection stalled after the key exchange'],
    [50, 'Authenticated to web1', 'the server accepted the key and then went silent'],
  ])('that stopped after %i ms with %j says how far it came', (timedOutAfterMs, log, far) => {
    expect(say(log, { timedOutAfterMs }).message).toContain(`no answer within 0.05 s (connect-timeout): ${far}`);
  });

  test('with a silent hop names the hop', () => {
    const hop = parseHost('gate:2222', { user: 'jump', port: 22 });
    const { message } = say('', { hops: [hop], errors: 'debug1: Connection established.', timedOutAfterMs: 1000 });
    expect(message).toContain('Cannot connect to gate:2222 (gate:2222): no answer within 1 s');
  });

  test('gives its last words without what is for developers', () => {
    expect(lastWords('OpenSSH_9.2\nConnection to web1 closed by remote host.\r\ndebug1: done\n@@@@@\n')).toBe(
      'Connection to web1 closed by remote host.',
    );
  });
});

import { Failure } from '@plimsoll/outcome';
import { type Certificate, certificateProblems } from './certificate.ts';
import { formatEndpoint, formatHost, type HostAddress } from './host.ts';
import { expectedKeys, howToLearn, type KnownHosts } from './known-hosts.ts';

/** With which key the client came. */
export interface Credentials {
  /** Such as `ssh-ed25519 SHA256:…`. */
  readonly key: string;
  readonly certificate: Certificate | undefined;
}

/** What is known after an attempt to connect failed. */
export interface Attempt {
  readonly host: HostAddress;
  /** What ssh wrote at level DEBUG1 about the connection to `host`. */
  readonly log: string;
  /** Hosts on the way that ssh connected to for this attempt; those whose connection was open before are not among them. */
  readonly hops: readonly HostAddress[];
  /** What the processes of the hops wrote. */
  readonly errors: string;
  readonly known: KnownHosts;
  readonly credentials: Credentials;
  /** Set when the attempt was ended because this time was up. */
  readonly timedOutAfterMs: number | undefined;
  readonly now: Date;
}

type Diagnose = (attempt: Attempt) => Failure | undefined;

/** Turns what ssh wrote into the failure that tells a user what to do. */
export function diagnose(attempt: Attempt): Failure {
  return (
    hopFailure(attempt) ?? knownFailure(attempt) ?? connectFailure(attempt, `ssh gave up: ${lastWords(attempt.log)}`)
  );
}

/** The order matters: signs of later causes also show up after earlier ones. */
const knownFailure: Diagnose = (attempt) => {
  const causes = [
    hostKeyFailure,
    authenticationFailure,
    timeoutFailure,
    unreachableFailure,
    negotiationFailure,
    closedFailure,
  ];
  for (const find of causes) {
    const failure = find(attempt);
    if (failure !== undefined) return failure;
  }
  return undefined;
};

/** A host on the way is to blame as long as the target has not said a word. */
const hopFailure: Diagnose = (attempt) => {
  const { hops, errors, log } = attempt;
  if (/Remote protocol version/.test(log)) return undefined;
  const unreachable = /(?:open|forwarding|request) failed: (?:connect failed: )?(.+)/.exec(errors)?.[1];
  if (unreachable !== undefined) {
    return connectFailure(attempt, `the proxy-jump host in front of it cannot reach it (${unreachable.trim()})`);
  }
  const culprit = hops[errors.match(/Authenticated to /g)?.length ?? 0];
  return culprit === undefined ? undefined : knownFailure({ ...attempt, host: culprit, log: errors });
};

/** The last line that ssh wrote for people, for links that broke later. */
export function lastWords(log: string): string {
  const lines = log.split('\n').map((line) => line.trim());
  const said = lines.filter(
    (line) => line !== '' && !/^debug\d:|^OpenSSH_|^Warning: Permanently added|^@+$/.test(line),
  );
  return said.at(-1) ?? 'it gave no reason';
}

const hostKeyFailure: Diagnose = ({ host, log, known }) => {
  if (!log.includes('Host key verification failed')) return undefined;
  const seen = seenKey(log);
  const expected = expectedKeys(known, host).join(', ');
  const reason = hostKeyReason(log);
  return new Failure(
    'host-key',
    `${formatHost(host)} ${reason}. Expected by known-hosts: ${expected}. Seen: ${seen}. The server was set up anew, or somebody else answers ` +
      `at its address: nothing was sent to it. If the new key is right, put its line into the input known-hosts. ${howToLearn(host)}`,
  );
};

function hostKeyReason(log: string): string {
  if (log.includes('REVOKED HOST KEY')) return 'showed a host key that known-hosts marks as @revoked';
  const invalid = /^Certificate (?:invalid: )?((?:lacks|signed|contains|expired|not|name) .+|expired)$/m.exec(log)?.[1];
  return invalid === undefined
    ? 'showed another host key than expected'
    : `showed a host certificate that is not valid (${invalid.trim()})`;
}

function seenKey(log: string): string {
  const [, kind, type, fingerprint] =
    [...log.matchAll(/Server host (key|certificate): (\S+) (SHA256:[A-Za-z0-9+/]+)/g)].at(-1) ?? [];
  return kind === undefined ? 'not told by ssh' : `${type} ${fingerprint}`;
}

const authenticationFailure: Diagnose = ({ host, log, credentials, now }) => {
  const denied = /Permission denied \(([^)]*)\)/.exec(log)?.[1];
  if (denied === undefined && !log.includes('Too many authentication failures')) return undefined;
  const last = [...log.matchAll(/Authentications that can continue: (\S+)/g)].at(-1)?.[1];
  const methods = (last ?? denied ?? 'not told by ssh').split(',');
  const sentences = [
    `${formatHost(host)} did not let the user ${host.user} in with the key ${describeKey(credentials)}; the server offers: ${methods.join(', ')}.`,
    ...agentHints(log),
    methodHint(log, methods, host),
    ...certificateHints(credentials, host, now),
  ];
  return new Failure('authentication', sentences.join(' '));
};

function describeKey({ key, certificate }: Credentials): string {
  return certificate === undefined ? key : `${key} with certificate "${certificate.keyId}"`;
}

function certificateHints({ certificate }: Credentials, { user }: HostAddress, now: Date): string[] {
  return certificate === undefined ? [] : certificateProblems(certificate, user, now);
}

function agentHints(log: string): string[] {
  const refused = /agent refused operation|signing failed/.test(log);
  return refused ? ['The agent could not sign with the key.'] : [];
}

function methodHint(log: string, methods: readonly string[], { user }: HostAddress): string {
  if (log.includes('partial success')) {
    return 'The key was accepted, but the server wants a second proof; automation needs an account for which the key is enough.';
  }
  if (!methods.includes('publickey')) {
    return 'It does not offer publickey: allow PubkeyAuthentication for this user on the server.';
  }
  return `Check that the public half of this key is a line of ~${user}/.ssh/authorized_keys, and that only ${user} may write to that file and its folders.`;
}

const timeoutFailure: Diagnose = (attempt) => {
  // Of several addresses of a name, one may have timed out before another answered: that is only in the debug lines.
  const saysSo = /^(?!debug).*timed out/im.test(attempt.log);
  if (!saysSo && attempt.timedOutAfterMs === undefined) return undefined;
  return connectFailure(attempt, `no answer within ${formatLimit(attempt)}: ${howFar(attempt.log)}`);
};

function formatLimit({ timedOutAfterMs }: Attempt): string {
  return timedOutAfterMs === undefined
    ? 'the time limit of the system'
    : `${timedOutAfterMs / 1000} s (connect-timeout)`;
}

function howFar(log: string): string {
  if (/Authenticated to /.test(log)) return 'the server accepted the key and then went silent';
  if (/Server host (key|certificate):/.test(log)) return 'the connection stalled after the key exchange';
  if (/Remote protocol version/.test(log)) return 'an SSH server answered and then went silent';
  if (/Connection established/.test(log)) {
    return 'something accepts connections there and stays silent; is it an SSH server?';
  }
  return 'nothing accepted the connection; check host, port and firewalls';
}

const unreachableFailure: Diagnose = (attempt) => {
  const [, name, reason = ''] = /Could not resolve hostname ([^:]+): (.+)/.exec(attempt.log) ?? [];
  if (name !== undefined) {
    const problem = `the name ${name} cannot be resolved (${reason.trim()}); check the spelling and the runner's DNS`;
    return connectFailure(attempt, problem);
  }
  const socket = /connect to host \S+ port \d+: (.+)/.exec(attempt.log)?.[1]?.trim();
  if (socket === undefined) return undefined;
  const isRefused = /refused/i.test(socket);
  const hint = isRefused ? 'no SSH server listens there; check host and port' : 'check host, port and routes';
  return connectFailure(attempt, `${socket}; ${hint}`);
};

const negotiationFailure: Diagnose = (attempt) => {
  const found = /Unable to negotiate with .*?: (no matching .+)/.exec(attempt.log)?.[1];
  if (found === undefined) return undefined;
  const problem = `the server and this runner have no algorithm in common (${found.trim()}); update the server`;
  return connectFailure(attempt, problem);
};

const closedFailure: Diagnose = (attempt) => {
  const [found] =
    /^(?:kex_exchange_identification: |banner exchange: |Connection (?:closed|reset) by ).*$/m.exec(attempt.log) ?? [];
  if (found === undefined) return undefined;
  const hint = /Remote protocol version/.test(attempt.log)
    ? 'the server ended it; its own log says why'
    : 'it was closed before any greeting: too many connections at once (MaxStartups), a ban (fail2ban), or no SSH server';
  return connectFailure(attempt, `${found.trim()}; ${hint}`);
};

function connectFailure({ host }: Attempt, problem: string): Failure {
  return new Failure('connect', `Cannot connect to ${formatEndpoint(host)} (${host.label}): ${problem}.`);
}

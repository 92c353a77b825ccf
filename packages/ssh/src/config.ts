import type { HostAddress } from './host.ts';

/** Names inside the folder of a client. Every ssh process runs in that folder, so paths are short and need no quoting whatever it is called. */
export const FILES = {
  agentSocket: 'agent',
  publicKey: 'key.pub',
  certificate: 'key-cert.pub',
  askpass: 'askpass',
} as const;

/** The files that belong to one connection. */
export interface ConnectionFiles {
  readonly config: string;
  readonly knownHosts: string;
  readonly controlSocket: string;
  /** What ssh itself writes about the connection. */
  readonly log: string;
  /** Standard error of the connection's processes: what hops write. */
  readonly errors: string;
}

export function filesOf(id: string): ConnectionFiles {
  return {
    config: `${id}.conf`,
    knownHosts: `${id}.hosts`,
    controlSocket: `${id}.sock`,
    log: `${id}.log`,
    errors: `${id}.err`,
  };
}

/** Pattern of the control sockets in a folder. */
export const CONTROL_SOCKET: RegExp = /^.+\.sock$/;

/** The alias under which a configuration knows the host to connect to. */
export const TARGET: string = 'target';

/** A host on the way. */
export interface Hop {
  readonly host: HostAddress;
  /** Control socket of an open connection to it; without one, ssh connects to it for each connection that leads through it. */
  readonly controlSocket: string | undefined;
}

export interface ConfigRequest {
  readonly host: HostAddress;
  /** Hosts on the way, the first one nearest to the runner. */
  readonly hops: readonly Hop[];
  readonly files: ConnectionFiles;
  readonly hasCertificate: boolean;
  readonly connectTimeoutMs: number;
  readonly keepAliveSeconds: number;
  readonly multiplexed: boolean;
}

/** After how many unanswered signs of life a link counts as broken. */
const KEEP_ALIVE_COUNT = 3;

/** How long a connection outlives a runner that was killed. A living runner holds it open for as long as it likes. */
const PERSIST_SECONDS = 5;

/**
 * Text of the ssh_config of one connection. OpenSSH hands the file on to the processes of its hops, so they are as strict as the target, and
 * with a file given it reads neither the user's nor the system's configuration.
 */
export function formatConfig(request: ConfigRequest): string {
  const hops = request.hops.flatMap(({ host, controlSocket = 'none' }, index) => [
    ...hostSection({ alias: hopName(index), host, through: hopName(index - 1) }),
    `ControlPath ${controlSocket}`,
  ]);
  const target = hostSection({ alias: TARGET, host: request.host, through: hopName(request.hops.length - 1) });
  return [...hops, ...target, ...multiplexing(request), 'Host *', ...common(request)]
    .map((line) => `${line}\n`)
    .join('');
}

/** The word `none` is OpenSSH's own for no hop. */
function hopName(index: number): string {
  return index < 0 ? 'none' : `hop${index + 1}`;
}

interface Section {
  readonly alias: string;
  readonly host: HostAddress;
  readonly through: string;
}

function hostSection({ alias, host: { host, port, user }, through }: Section): string[] {
  return [`Host ${alias}`, `HostName ${host}`, `Port ${port}`, `User ${user}`, `ProxyJump ${through}`];
}

function multiplexing({ multiplexed, files }: ConfigRequest): string[] {
  if (!multiplexed) return ['ControlPath none'];
  return [`ControlPath ${files.controlSocket}`, `ControlPersist ${PERSIST_SECONDS}`];
}

function common(request: ConfigRequest): string[] {
  return [
    'StrictHostKeyChecking yes',
    `UserKnownHostsFile ${request.files.knownHosts}`,
    'GlobalKnownHostsFile /dev/null',
    'UpdateHostKeys no',
    'CheckHostIP no',
    'VerifyHostKeyDNS no',
    'BatchMode yes',
    'PreferredAuthentications publickey',
    'IdentitiesOnly yes',
    `IdentityFile ${FILES.publicKey}`,
    ...(request.hasCertificate ? [`CertificateFile ${FILES.certificate}`] : []),
    `IdentityAgent ${FILES.agentSocket}`,
    'AddKeysToAgent no',
    'ForwardAgent no',
    'ForwardX11 no',
    'ClearAllForwardings yes',
    'PermitLocalCommand no',
    'RequestTTY no',
    'EscapeChar none',
    'Compression no',
    `ConnectTimeout ${Math.ceil(request.connectTimeoutMs / 1000) + 1}`,
    'TCPKeepAlive yes',
    `ServerAliveInterval ${request.keepAliveSeconds}`,
    `ServerAliveCountMax ${KEEP_ALIVE_COUNT}`,
  ];
}

import type { SessionTools } from './session-environment.ts';

/** How often clients came, since the server started. */
export interface ServerCounts {
  /** TCP connections, the failed ones included. */
  readonly connections: number;
  /** Sessions that ran something: commands, shells and subsystems such as SFTP. */
  readonly executions: number;
}

/** An SSH server on the loopback address, for tests. */
export interface SshServer extends AsyncDisposable {
  readonly kind: 'openssh' | 'node';
  readonly host: '127.0.0.1';
  readonly port: number;
  /** The one user that may log in. */
  readonly user: string;
  /** Public host keys, each as `type base64`. */
  readonly hostKeys: readonly string[];
  /** Lines for known_hosts, for this server's own address or for that of a proxy in front of it. */
  knownHosts(address?: { readonly host: string; readonly port: number }): string;
  /** Connections and executions up to now. */
  counts(): Promise<ServerCounts>;
  /** What the server wrote about its clients. */
  log(): Promise<string>;
  /** Ends the server and everything that was started through it, also what detached itself. A second call does nothing. */
  stop(): Promise<void>;
}

/** What every test server is told. */
export interface SshServerRequest extends SessionTools {
  /** Public keys that may log in, as lines of authorized_keys. */
  readonly authorizedKeys: readonly string[];
  /** Private host keys in OpenSSH's format; one fresh ed25519 key unless told. */
  readonly hostKeys?: readonly string[];
}

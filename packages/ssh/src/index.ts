export { type Certificate, parseCertificate } from './certificate.ts';
export type { Connection } from './connection.ts';
export type { Execution, Exit, RemoteEvent, Running } from './execution.ts';
export { discardSshFolder } from './folder.ts';
export { formatHost, type HostAddress, type HostDefaults, parseHost, parseHosts } from './host.ts';
export { type KnownHosts, parseKnownHosts } from './known-hosts.ts';
export { type PrivateKey, parsePrivateKey } from './private-key.ts';
export type { Machine } from './programs.ts';
export { openSsh, type Ssh, type SshSettings } from './ssh.ts';

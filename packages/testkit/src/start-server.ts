import { startNodeSsh } from './node-ssh.ts';
import type { SshServer, SshServerRequest } from './ssh-server.ts';
import { hasSshd, startSshd } from './sshd.ts';

/** Starts OpenSSH's sshd where there is one, else the server in Node. */
export async function startServer(request: SshServerRequest): Promise<SshServer> {
  return (await hasSshd()) ? startSshd(request) : startNodeSsh(request);
}

import { startNodeSsh } from './node-ssh.ts';
import type { SshServer, SshServerRequest } from './ssh-server.ts';
import { hasSshd, startSshd } from './sshd.ts';

/**
 * Starts OpenSSH's sshd where there is one, else the server in Node. `extraConfig` is for lines that make sshd as generous as the server in
 * Node is anyway, such as `MaxSessions 30`.
 */
export async function startServer(request: SshServerRequest, extraConfig: readonly string[] = []): Promise<SshServer> {
  return (await hasSshd()) ? startSshd({ ...request, extraConfig }) : startNodeSsh(request);
}

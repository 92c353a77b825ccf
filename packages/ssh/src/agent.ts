import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '@plimsoll/outcome';
import { FILES } from './config.ts';
import { type PublicKey, parsePublicKey } from './key-blob.ts';
import type { PrivateKey } from './private-key.ts';
import { exitOf, type PipedProcess, startPiped } from './processes.ts';
import type { Machine } from './programs.ts';
import { runTool } from './tools.ts';

/** An ssh-agent of our own, with one key. */
export interface Agent {
  readonly publicKey: PublicKey;
  /** Ends the agent. Never throws. */
  stop(): Promise<void>;
}

export interface AgentRequest {
  readonly folder: string;
  readonly machine: Machine;
  readonly privateKey: PrivateKey;
  readonly passphrase: string;
}

/**
 * The agent ends with the command it is started for, and that command ends with the pipe to this process: a runner that is killed leaves no
 * agent behind, at most for the ten seconds in which an agent looks after its command.
 */
const AGENT_COMMAND = ['sh', '-c', 'echo "$SSH_AGENT_PID"; exec cat'] as const;
/** In case that both ends of that pipe survive for some reason. Longer than any hosted job. */
const KEY_LIFETIME_SECONDS = 24 * 60 * 60;
const PASSPHRASE_VARIABLE = 'PLIMSOLL_SSH_PASSPHRASE';
/**
 * Answers once: ssh-add asks again after a wrong passphrase, for as long as it is answered, and in whatever words. Redirection under `set -C`
 * makes the file only where there is none yet.
 */
const ASKPASS = `#!/bin/sh
(set -C && : >"$0.answered") 2>/dev/null || exit 1
printf '%s\\n' "$${PASSPHRASE_VARIABLE}"
`;

/** Starts an agent and adds the key through standard input. Throws Failure('input') when the key or its passphrase is not usable. */
export async function startAgent(request: AgentRequest): Promise<Agent> {
  const running = await launch(request);
  const stop = (): Promise<void> => stopAgent(running);
  try {
    await addKey(request);
    return { publicKey: request.privateKey.publicKey ?? (await listKey(request)), stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

interface RunningAgent {
  readonly command: PipedProcess;
  readonly agentPid: number;
  readonly exited: Promise<unknown>;
}

async function launch({ folder, machine }: AgentRequest): Promise<RunningAgent> {
  const args = ['-a', FILES.agentSocket, ...AGENT_COMMAND];
  const command = startPiped({ program: 'ssh-agent', args, folder, machine });
  const errors: Buffer[] = [];
  command.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  command.stdin.on('error', () => undefined); // It is only ever closed.
  const exited = exitOf(command, { program: 'ssh-agent' });
  const agentPid = await Promise.race([firstLine(command), exited.then(() => '')]);
  if (!/^\d+$/.test(agentPid)) {
    throw new Failure('internal', `ssh-agent did not start: ${Buffer.concat(errors).toString('utf8').trim()}`);
  }
  // An action that forgot to close its client shall end nevertheless, and the agent with it.
  command.unref();
  return { command, agentPid: Number(agentPid), exited };
}

async function firstLine(command: PipedProcess): Promise<string> {
  for await (const line of createInterface({ input: command.stdout })) return line.trim();
  return '';
}

async function stopAgent({ command, agentPid, exited }: RunningAgent): Promise<void> {
  try {
    // While its command lives, the agent lives too, and the number is its own.
    if (command.exitCode === null && command.signalCode === null) process.kill(agentPid, 'SIGTERM');
  } catch {
    // Ended on its own.
  }
  command.stdin.end();
  command.ref();
  await exited.catch(() => undefined);
}

async function addKey(request: AgentRequest): Promise<void> {
  const { folder, machine, privateKey, passphrase } = request;
  const { code, stderr } = await runTool({
    program: 'ssh-add',
    args: ['-q', '-t', String(KEY_LIFETIME_SECONDS), '-'],
    folder,
    machine,
    input: privateKey.text,
    env: { SSH_AUTH_SOCK: FILES.agentSocket, ...(privateKey.encrypted ? await askpass(folder, passphrase) : {}) },
  });
  if (code === 0) return;
  const words = stderr.replaceAll(/\s+/g, ' ').trim();
  if (privateKey.encrypted) {
    throw new Failure(
      'input',
      `The passphrase (input passphrase) does not open the private key. ssh-add says: ${words || 'nothing'}`,
    );
  }
  throw new Failure(
    'input',
    `ssh-add does not take the private key (input private-key): ${words}. Write it in OpenSSH's own format by \`ssh-keygen -p -f key\`, or make a new one by \`ssh-keygen -t ed25519\`.`,
  );
}

/**
 * The passphrase reaches ssh-add through the environment of that one process, which only this user can read and which ends with it; the
 * standard input is taken by the key, and neither a command line (readable by everybody) nor a file would do.
 */
async function askpass(folder: string, passphrase: string): Promise<Record<string, string>> {
  const program = join(folder, FILES.askpass);
  await writeFile(program, ASKPASS, { mode: 0o700 });
  return { SSH_ASKPASS: program, SSH_ASKPASS_REQUIRE: 'force', [PASSPHRASE_VARIABLE]: passphrase };
}

/** Formats other than OpenSSH's own hide the public half; the agent knows it. */
async function listKey({ folder, machine }: AgentRequest): Promise<PublicKey> {
  const { stdout } = await runTool({
    program: 'ssh-add',
    args: ['-L'],
    folder,
    machine,
    env: { SSH_AUTH_SOCK: FILES.agentSocket },
  });
  const [type = '', base64 = ''] = stdout.trim().split(/\s+/);
  const key = parsePublicKey(type, base64);
  if (key === undefined) throw new Failure('internal', 'The agent does not name the key that it was given');
  return key;
}

/** Other programs that ask a service over HTTP: each answers with how long an answer took and what a question cost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, runCommand, waitUntil } from '@plimsoll/testkit';
import { spreadOf } from './measure.ts';
import { TIME_LIMIT_MS } from './peers.ts';
import { freePort, type Service } from './service.ts';
import type { Absent } from './tool.ts';

const WAIT_ON = 'wait-on@9.5.1';
const BLACKBOX = 'prometheus-blackbox-exporter';

/** Both in milliseconds; of many questions the median, and their part of the processor time of user and kernel. */
export interface ProbeCost {
  readonly answerMs: number;
  readonly cpuMs: number;
}

/** Something that asks a service. */
export interface ProbePeer {
  readonly name: string;
  /** What one question is to it. */
  readonly what: string;
  measure(service: Service): Promise<ProbeCost>;
}

/** The peers that this machine has or the registry gives. */
export async function findProbePeers(
  folder: string,
): Promise<{ peers: readonly ProbePeer[]; absent: readonly Absent[] }> {
  const found = await Promise.all([
    fromDebian('wrk', wrk),
    fromDebian(BLACKBOX, (program) => blackboxExporter(program, folder)),
    installWaitOn(folder),
  ]);
  return {
    peers: found.filter((one) => 'measure' in one),
    absent: found.filter((one) => 'reason' in one),
  };
}

/** Debian's packages are called as their programs. */
async function fromDebian(name: string, peer: (program: string) => ProbePeer): Promise<ProbePeer | Absent> {
  const program = await findProgram(name);
  return program === undefined ? { name, reason: `apt-get install ${name}` } : peer(program);
}

/** Runs a command to its end in a shell that tells the processor time of its children. */
async function timedChild(command: readonly string[]): Promise<{ stdout: string; wallMs: number; cpuMs: number }> {
  const script = '"$@" || exit; times >&2';
  const args = ['-c', script, 'sh', ...command];
  const { exitCode, stdout, stderr, durationMs } = await runCommand({
    program: 'sh',
    args,
    timeLimitMs: TIME_LIMIT_MS,
  });
  if (exitCode !== 0) throw new Error(`${command[0]} ended with ${exitCode}: ${stderr.trim().slice(-500)}`);
  const [user = 0, kernel = 0] = [...(stderr.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { stdout, wallMs: durationMs, cpuMs: (user + kernel) * 1000 };
}

/** One kept connection, one question after the other, in C. */
function wrk(program: string): ProbePeer {
  return {
    name: 'wrk -t1 -c1',
    what: 'a kept connection, no checks',
    async measure({ url }) {
      const { stdout, cpuMs } = await timedChild([program, '-t1', '-c1', '-d2s', '--latency', url]);
      const [, median = '', unit = ''] = /^\s+50%\s+([\d.]+)(us|ms|s)$/m.exec(stdout) ?? [];
      const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
      return { answerMs: Number(median) * (MILLISECONDS[unit] ?? Number.NaN), cpuMs: cpuMs / requests };
    },
  };
}

const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

const EXPORTER_QUESTIONS = 300;

/** A new connection for every question, as it always does; asked itself over a kept one. */
function blackboxExporter(program: string, folder: string): ProbePeer {
  return {
    name: BLACKBOX,
    what: 'a new connection each, by `/probe`',
    async measure({ url }) {
      const config = join(folder, 'blackbox.yml');
      await writeFile(config, 'modules: {http_2xx: {prober: http, http: {preferred_ip_protocol: ip4}}}\n');
      const port = await freePort();
      const args = [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'];
      const child = spawn(program, args, { stdio: 'ignore' });
      const ended = once(child, 'close');
      try {
        const origin = `http://127.0.0.1:${port}`;
        await untilReady(origin);
        const path = `/probe?module=http_2xx&target=${encodeURIComponent(url)}`;
        return await askExporter(() => textOf(`${origin}${path}`), child.pid ?? 0);
      } finally {
        child.kill();
        await ended;
      }
    },
  };
}

async function untilReady(origin: string): Promise<void> {
  const isReady = (): Promise<boolean> => textOf(`${origin}/-/healthy`).then(Boolean, () => false);
  await waitUntil(isReady, { deadlineMs: 10_000, what: `${BLACKBOX} to listen` });
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function askExporter(ask: () => Promise<string>, pid: number): Promise<ProbeCost> {
  const times: number[] = [];
  for (let warm = 0; warm < EXPORTER_QUESTIONS / 10; warm += 1) await ask();
  const before = await cpuMsOf(pid);
  for (let question = 0; question < EXPORTER_QUESTIONS; question += 1) {
    const startedAt = performance.now();
    const metrics = await ask();
    times.push(performance.now() - startedAt);
    if (!metrics.includes('\nprobe_success 1')) throw new Error(`${BLACKBOX} finds the service not well: ${metrics}`);
  }
  const cpuMs = ((await cpuMsOf(pid)) - before) / EXPORTER_QUESTIONS;
  return { answerMs: spreadOf(times).median, cpuMs };
}

/** Of all threads of a process, in the kernel's ticks of 10 ms. */
async function cpuMsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** From the registry, into a folder outside of the repository. */
async function installWaitOn(folder: string): Promise<ProbePeer | Absent> {
  const root = join(folder, 'wait-on');
  await mkdir(root);
  await writeFile(join(root, 'package.json'), '{"private":true}');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', WAIT_ON];
  const { exitCode, stderr } = await runCommand({ program: 'npm', args, cwd: root });
  if (exitCode !== 0) {
    return { name: WAIT_ON, reason: `npm install failed: ${stderr.trim().split('\n').at(-1) ?? ''}` };
  }
  return {
    name: WAIT_ON,
    what: 'a process for one good answer',
    async measure({ url }) {
      const program = join(root, 'node_modules', '.bin', 'wait-on');
      const { wallMs, cpuMs } = await timedChild([program, '--timeout', '10s', url.replace('http:', 'http-get:')]);
      return { answerMs: wallMs, cpuMs };
    },
  };
}

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createRunner,
  generateKey,
  generateTree,
  mustRun,
  processesWithVariable,
  startSshd,
  temporaryFolder,
} from '@plimsoll/testkit';

const MEGABYTE = 1_000_000;
const VARIABLE = 'PLIMSOLL_BENCH_SERVER';
const LOOK_EVERY_MS = 50;
const TIME_LIMIT_MS = 30 * 60_000;

/** What is backed up. */
export type Load =
  | { readonly name: string; readonly files: number; readonly bytesPerFile: number }
  | { readonly name: string; readonly bytes: number };

export interface Memory {
  readonly name: string;
  readonly seconds: number;
  /** High-water mark of the action's own process. */
  readonly runnerMegabytes: number;
  /** Most that all processes of the session on the server had together, as far as looks showed it. */
  readonly serverMegabytes: number;
  /** Lines of the log that told how far it was. */
  readonly progressLines: number;
}

/** Makes a verified backup and fetches it, over a line that is as fast as it can be. */
export async function measureMemory(load: Load, dist: string): Promise<Memory> {
  await using folder = await temporaryFolder();
  await using runner = await createRunner();
  const key = await generateKey();
  const nonce = folder.path;
  await using server = await startSshd({ authorizedKeys: [key.publicKey], env: { [VARIABLE]: nonce } });
  const deployPath = join(folder.path, 'srv');
  await fill(join(deployPath, 'shared'), load);
  const peakFile = join(folder.path, 'peak');
  const watch = watchMemory(nonce);
  const run = await runner.run({
    action: 'backup',
    dist,
    inputs: {
      hosts: `${server.user}@${server.host}:${server.port}`,
      'private-key': key.privateKey,
      'known-hosts': server.knownHosts(),
      'deploy-path': deployPath,
      paths: 'shared',
      'download-to': 'fetched',
    },
    env: { PLIMSOLL_BENCH_PEAK: peakFile },
    nodeOptions: [`--import=${new URL('./peak-memory.js', import.meta.url).href}`],
    timeLimitMs: TIME_LIMIT_MS,
  });
  const serverMegabytes = await watch.stop();
  if (run.exitCode !== 0) throw new Error(`backup ended with ${run.exitCode}: ${run.stdout.slice(-2000)}${run.stderr}`);
  const kilobytes = Number((await readFile(peakFile, 'utf8')).trim());
  await rm(deployPath, { recursive: true });
  return {
    name: load.name,
    seconds: run.durationMs / 1000,
    runnerMegabytes: (kilobytes * 1024) / MEGABYTE,
    serverMegabytes,
    progressLines: run.stdout.split('\n').filter((line) => /: (?:\w+ing): [\d.]+ \w+/.test(line)).length,
  };
}

async function fill(root: string, load: Load): Promise<void> {
  await mkdir(root, { recursive: true });
  if ('files' in load) {
    await generateTree({ root, files: load.files, bytes: load.files * load.bytesPerFile, seed: 1 });
  } else {
    const args = ['-c', 'head -c "$1" /dev/urandom >"$2"', 'sh', `${load.bytes}`, join(root, 'large')];
    await mustRun({ program: 'sh', args });
  }
}

/** Looks again and again at the memory of all processes that carry the variable. */
function watchMemory(value: string): { stop: () => Promise<number> } {
  const end = new AbortController();
  let peak = 0;
  const look = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const pids = await processesWithVariable(VARIABLE, value);
      const sizes = await Promise.all(pids.map(residentMegabytes));
      peak = Math.max(
        peak,
        sizes.reduce((sum, size) => sum + size, 0),
      );
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const looking = look();
  return {
    stop: async () => {
      end.abort();
      await looking;
      return peak;
    },
  };
}

/** Without what is shared with others: libraries would be counted for each process. */
async function residentMegabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(text) ?? [];
  return (Number(kilobytes) * 1024) / MEGABYTE;
}

import { createHttpProbe, type Probe, systemPorts } from '@plimsoll/probe';
import { temporaryFolder } from '@plimsoll/testkit';
import type { Cell, CellContext, CellReport, Goal } from './cell.ts';
import { spreadOf } from './measure.ts';
import { findProbePeers, type ProbeCost, type ProbePeer } from './probe-peers.ts';
import { RawConnection } from './raw-connection.ts';
import { type Service, startService } from './service.ts';
import type { Absent } from './tool.ts';

const QUESTIONS = 2000;
const WARM_UP = 500;
const MOST_ADDED_MS = 0.1;
const MOST_CPU_MS = 0.3;

/** What a probe adds to a bare socket, in time and in work; and what others need. */
export const PROBE_COST: Cell = {
  letter: 'g',
  title: 'One probe over a kept connection, status, JSON and version asserted, against a service on loopback',
  async run(context): Promise<CellReport> {
    await using folder = await temporaryFolder();
    await using service = await startService();
    const { peers, absent } = await findProbePeers(folder.path);
    const rows = await measureAll({ service, peers, absent, context });
    const head = ['tool', 'one question', 'answer after ms, p50 (min to max of the runs)', 'CPU ms'];
    const notes = [
      `Probe and raw socket take turns in one process, ${QUESTIONS.toLocaleString('en')} questions each a run. CPU is user and kernel time of who asks.`,
    ];
    return { head, rows: rows.map(lineOf), goals: goalsOf(rows), notes };
  },
};

interface CostRow {
  readonly name: string;
  readonly what: string;
  readonly costs: readonly ProbeCost[];
  readonly absence?: string;
}

const RAW = 'raw socket';
const OURS = 'packages/probe';

interface MeasureRequest {
  readonly service: Service;
  readonly peers: readonly ProbePeer[];
  readonly absent: readonly Absent[];
  readonly context: CellContext;
}

/** In every run all take their turn, so that what slows the machine down slows all of them. */
async function measureAll({ service, peers, absent, context }: MeasureRequest): Promise<readonly CostRow[]> {
  const costs = new Map<string, ProbeCost[]>();
  const failures = new Map<string, string>();
  const add = (name: string, cost: ProbeCost): void => void costs.set(name, [...(costs.get(name) ?? []), cost]);
  for (let run = 1; run <= context.runs; run += 1) {
    const { raw, probe } = await measureOurs(service);
    add(RAW, raw);
    add(OURS, probe);
    for (const peer of peers.filter(({ name }) => !failures.has(name))) {
      await peer.measure(service).then(
        (cost) => add(peer.name, cost),
        (error: unknown) => failures.set(peer.name, brief(error)),
      );
    }
    context.progress(`run ${run}: raw ${text(raw)}, probe ${text(probe)}`);
  }
  const row = (name: string, what: string): CostRow => {
    const absence = failures.get(name);
    return absence === undefined
      ? { name, what, costs: costs.get(name) ?? [] }
      : { name, what, costs: [], absence: `it failed: ${absence}` };
  };
  return [
    row(OURS, 'a kept connection, everything checked'),
    row(RAW, 'a kept connection, JSON read, no checks'),
    ...peers.map(({ name, what }) => row(name, what)),
    ...absent.map(({ name, reason }) => ({ name, what: '', costs: [], absence: reason })),
  ];
}

function brief(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 120) ?? '';
}

function text({ answerMs, cpuMs }: ProbeCost): string {
  return `${answerMs.toFixed(3)} ms (${cpuMs.toFixed(3)} ms CPU)`;
}

async function measureOurs(service: Service): Promise<{ raw: ProbeCost; probe: ProbeCost }> {
  await using connection = await RawConnection.open(service.port);
  const probe = probeOf(service);
  const { signal } = new AbortController();
  const askRaw = async (): Promise<number> => {
    const startedAt = performance.now();
    JSON.parse(await connection.ask('/health'));
    return performance.now() - startedAt;
  };
  const askProbe = (): Promise<number> => attempt(probe, signal);
  try {
    const times = await inTurns(askRaw, askProbe);
    return {
      raw: { answerMs: times.raw, cpuMs: await cpuOf(askRaw) },
      probe: { answerMs: times.probe, cpuMs: await cpuOf(askProbe) },
    };
  } finally {
    await probe.close();
  }
}

function probeOf({ url }: Service): Probe {
  return createHttpProbe(
    {
      name: 'health',
      url,
      expect: { status: ['2xx'], json: ['.status == "ok"'] },
      identity: { from: { json: '.version' }, equals: 'v2' },
    },
    systemPorts,
  );
}

/** Answers with the time that the probe reports, which ends when the answer is judged. */
async function attempt(probe: Probe, signal: AbortSignal): Promise<number> {
  const result = await probe.attempt(signal);
  if (result.kind !== 'ok') throw new Error(`The probe finds the service not well: ${result.detail}`);
  return result.durationMs;
}

/** Asks once, and answers with the milliseconds that it took. */
type Ask = () => Promise<number>;

/** Medians, in milliseconds. */
async function inTurns(raw: Ask, probe: Ask): Promise<{ raw: number; probe: number }> {
  const times = { raw: [] as number[], probe: [] as number[] };
  for (let question = -WARM_UP; question < QUESTIONS; question += 1) {
    const [rawMs, probeMs] = [await raw(), await probe()];
    if (question < 0) continue;
    times.raw.push(rawMs);
    times.probe.push(probeMs);
  }
  return { raw: spreadOf(times.raw).median, probe: spreadOf(times.probe).median };
}

/** Milliseconds of this process for each question, of which it does nothing besides. */
async function cpuOf(ask: Ask): Promise<number> {
  const before = process.cpuUsage();
  for (let question = 0; question < QUESTIONS; question += 1) await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / QUESTIONS;
}

function lineOf({ name, what, costs, absence }: CostRow): readonly string[] {
  if (costs.length === 0) return [name, what, `not measured: ${absence ?? 'it failed'}`, ''];
  const answer = spreadOf(costs.map(({ answerMs }) => answerMs));
  const cpu = spreadOf(costs.map(({ cpuMs }) => cpuMs)).median;
  const digits = answer.median < 10 ? 3 : 0;
  const [median, min, max] = [answer.median, answer.min, answer.max].map((value) => value.toFixed(digits));
  return [name, what, `${median} (${min} to ${max})`, cpu.toFixed(digits)];
}

/** The difference is taken within each run: the machine is not the same in the next. */
function goalsOf(rows: readonly CostRow[]): Goal[] {
  const costsOf = (wanted: string): readonly ProbeCost[] => rows.find(({ name }) => name === wanted)?.costs ?? [];
  const [ours, raw] = [costsOf(OURS), costsOf(RAW)];
  const added = spreadOf(ours.map(({ answerMs }, run) => answerMs - (raw[run]?.answerMs ?? Number.NaN))).median;
  const cpu = spreadOf(ours.map(({ cpuMs }) => cpuMs)).median;
  return [
    {
      goal: `p50 of a probe over that of a raw socket, in the same run: at most +${MOST_ADDED_MS} ms`,
      measured: `${added < 0 ? '' : '+'}${added.toFixed(3)} ms`,
      reached: added <= MOST_ADDED_MS,
    },
    {
      goal: `CPU of a probe: at most ${MOST_CPU_MS} ms`,
      measured: `${cpu.toFixed(3)} ms`,
      reached: cpu <= MOST_CPU_MS,
    },
  ];
}

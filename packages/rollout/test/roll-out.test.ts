import { describe, expect, test } from '@jest/globals';
import { Failure, type FailureCode } from '@plimsoll/outcome';
import * as fc from 'fast-check';
import {
  concludeRollout,
  type HostEnd,
  type RolloutHost,
  rollOut,
  type Settled,
  type Settlement,
} from '../src/index.ts';

/** What a host does at each step: a code is the trouble it makes there. */
interface Script {
  readonly stage?: FailureCode;
  readonly prepare?: FailureCode;
  readonly gate?: FailureCode;
  readonly activate?: FailureCode;
  readonly settle?: FailureCode;
  readonly end?: Settled['end'];
}

interface Seen {
  readonly calls: string[];
  readonly settlements: Settlement[];
}

const ANSWERS: Readonly<Record<Settlement['decision'], Settled['end']>> = {
  confirm: 'confirmed',
  later: 'pending',
  drop: 'dropped',
  revert: 'reverted',
};

function host(label: string, script: Script, seen: Seen): RolloutHost {
  const step = (name: 'stage' | 'prepare' | 'activate' | 'settle'): void => {
    seen.calls.push(`${label} ${name}`);
    const code = script[name];
    if (code !== undefined) throw new Failure(code, `${name} of ${label}`);
  };
  return {
    label,
    stage: async () => step('stage'),
    prepare: async () => step('prepare'),
    activate: async () => {
      step('activate');
      return { code: script.gate ?? '', detail: script.gate === undefined ? '' : `gate of ${label}` };
    },
    settle: async (settlement) => {
      seen.settlements.push(settlement);
      step('settle');
      return {
        end: script.end ?? ANSWERS[settlement.decision],
        detail: script.end === undefined ? '' : 'told by the server',
      };
    },
  };
}

async function run(
  scripts: readonly Script[],
  confirm: 'auto' | 'later' = 'auto',
  signal = new AbortController().signal,
) {
  const seen: Seen = { calls: [], settlements: [] };
  const hosts = scripts.map((script, index) => host(`h${index}`, script, seen));
  const outcomes = await rollOut({ hosts, confirm, signal });
  return { ...seen, outcomes, ends: outcomes.map(({ end }) => end), codes: outcomes.map(({ code }) => code) };
}

describe('a rollout', () => {
  test('takes all hosts through each step before any goes on to the next', async () => {
    const { calls, ends } = await run([{}, {}]);
    expect(calls).toEqual(['stage', 'prepare', 'activate', 'settle'].flatMap((step) => [`h0 ${step}`, `h1 ${step}`]));
    expect(ends).toEqual(['healthy', 'healthy']);
  });

  test('leaves hosts to be confirmed by somebody else when it is told to', async () => {
    const { ends, settlements } = await run([{}, {}], 'later');
    expect([ends, settlements]).toEqual([
      ['pending', 'pending'],
      [{ decision: 'later' }, { decision: 'later' }],
    ]);
  });

  test.each(['stage', 'prepare'] as const)('switches nothing when one host fails to %s', async (step) => {
    const { calls, ends, codes, settlements } = await run([{}, { [step]: 'disk' }, {}]);
    expect(calls.filter((call) => call.endsWith('activate'))).toEqual([]);
    expect([ends, codes]).toEqual([
      ['untouched', 'untouched', 'untouched'],
      ['', 'disk', ''],
    ]);
    expect(settlements).toEqual([{ decision: 'drop' }, { decision: 'drop' }, { decision: 'drop' }]);
  });

  test('brings every host back when the gate of one says no, and only that one counts as bad', async () => {
    const { ends, codes, settlements } = await run([{}, { gate: 'health' }]);
    expect([ends, codes]).toEqual([
      ['reverted', 'reverted'],
      ['', 'health'],
    ]);
    expect(settlements).toEqual([
      { decision: 'revert', cause: 'other-host', mark: 'reverted' },
      { decision: 'revert', cause: 'health', mark: 'failed' },
    ]);
  });

  test('does not call a release bad because the run was cancelled or the link broke', async () => {
    const { settlements } = await run([{ gate: 'cancelled' }, { activate: 'connect' }]);
    expect(settlements).toEqual([
      { decision: 'revert', cause: 'cancelled', mark: 'reverted' },
      { decision: 'revert', cause: 'connect', mark: 'reverted' },
    ]);
  });

  test('touches no host when the run was cancelled before', async () => {
    const { calls, ends } = await run([{}, {}], 'auto', AbortSignal.abort());
    expect([calls, ends]).toEqual([
      ['h0 settle', 'h1 settle'],
      ['untouched', 'untouched'],
    ]);
  });

  test('knows nothing of a switched host that cannot be asked any more, and that an unswitched one is untouched', async () => {
    const switched = await run([{ settle: 'connect' }, {}]);
    expect([switched.ends, switched.codes]).toEqual([
      ['unknown', 'healthy'],
      ['connect', ''],
    ]);
    const unswitched = await run([{ prepare: 'remote-command', settle: 'connect' }]);
    expect([unswitched.ends, unswitched.codes]).toEqual([['untouched'], ['remote-command']]);
  });

  test('takes a fault of ours for internal', async () => {
    const broken: RolloutHost = {
      ...host('h', {}, { calls: [], settlements: [] }),
      stage: () => Promise.reject(new TypeError('x')),
    };
    const [outcome] = await rollOut({ hosts: [broken], confirm: 'auto', signal: new AbortController().signal });
    expect(outcome).toMatchObject({ end: 'untouched', code: 'internal' });
  });

  const ends: readonly (readonly [Settled['end'], HostEnd, FailureCode | ''])[] = [
    ['confirmed', 'healthy', ''],
    ['pending', 'pending', ''],
    ['dropped', 'untouched', ''],
    ['reverted', 'reverted', ''],
    ['revert-failed', 'revert-failed', ''],
    ['stayed', 'failed', ''],
    ['late', 'reverted', 'reverted'],
  ];
  test.each(ends)('takes a host that says %s for %s', async (end, expected, code) => {
    expect(await run([{ end }])).toMatchObject({ ends: [expected], codes: [code] });
  });
});

const troubleArbitrary = fc.constantFrom<FailureCode | undefined>(
  undefined,
  undefined,
  undefined,
  'disk',
  'connect',
  'health',
);
const scriptArbitrary = fc
  .record({ stage: troubleArbitrary, prepare: troubleArbitrary, gate: troubleArbitrary, activate: troubleArbitrary })
  .map((codes): Script => Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== undefined)));

test('whatever happens, hosts that can be reached end on one version, and a pass means that all are well', async () => {
  const property = fc.asyncProperty(fc.array(scriptArbitrary, { minLength: 1, maxLength: 4 }), async (scripts) => {
    const { outcomes, ends } = await run(scripts);
    const onNew = ends.filter((end) => end === 'healthy' || end === 'pending' || end === 'failed');
    expect([0, scripts.length]).toContain(onNew.length);
    const passed = concludeRollout(outcomes, false).code === '';
    expect(passed).toBe(scripts.every((script) => Object.keys(script).length === 0));
    expect(passed).toBe(onNew.length === scripts.length);
  });
  await fc.assert(property, { numRuns: 300 });
});

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ourFiles, readOurs } from '../../scripts/house/repository.ts';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: readonly string[];
  readonly permissions?: unknown;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

function readWorkflow(path: string): Workflow {
  const document: unknown = parse(readOurs(path).text);
  if (!isWorkflow(document)) throw new TypeError(`${path} holds no jobs with steps`);
  return document;
}

function isWorkflow(value: unknown): value is Workflow {
  if (typeof value !== 'object' || value === null || !('jobs' in value)) return false;
  const { jobs } = value;
  if (typeof jobs !== 'object' || jobs === null) return false;
  return Object.values(jobs).every((job: unknown) => typeof job === 'object' && job !== null && 'steps' in job);
}

const WORKFLOWS = ourFiles().filter((path) => /^\.github\/workflows\/.*\.ya?ml$/u.test(path));

describe.each(WORKFLOWS)('%s', (path) => {
  const { jobs, permissions } = readWorkflow(path);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('grants nothing by default', () => {
    expect(permissions).toEqual({});
  });

  test('limits the time of every job', () => {
    const unlimited = Object.entries(jobs).filter(([, job]) => typeof job['timeout-minutes'] !== 'number');
    expect(unlimited.map(([name]) => name)).toEqual([]);
  });

  test('pins foreign actions to a commit and names its version', () => {
    const uses = readOurs(path)
      .text.split('\n')
      .filter((line) => /\buses: /u.test(line) && !/uses: (?:[.$]\/|plimsoll-dev\/plimsoll\/)/u.test(line));
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))).toEqual([]);
  });

  test('leaves no token behind in a checkout', () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

test('the one required job waits for every other one', () => {
  const { 'ci-ok': required, ...others } = readWorkflow('.github/workflows/ci.yml').jobs;
  expect(required?.needs).toEqual(Object.keys(others));
});

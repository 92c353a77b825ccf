import { type Evidence, judgeKnown } from './evidence.ts';
import type { NamePattern } from './name-pattern.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';
import { keepsUp, percentText, reaches, sumOf, type Tally } from './tally.ts';

/** What is asked of the coverage; percentages from 0 to 100. */
export interface CoverageRules {
  readonly minLines: number | undefined;
  readonly minBranches: number | undefined;
  readonly paths: readonly PathRule[];
  readonly minPatch: number | undefined;
  /** Percentage points that the lines may be below the baseline. */
  readonly maxDrop: number | undefined;
}

/** Lines of the files below a pattern. */
export interface PathRule {
  readonly pattern: NamePattern;
  readonly percent: number;
}

/** Coverage over all reports. */
export interface CoverageSeen {
  readonly lines: Tally;
  readonly branches: Tally;
  /** Paths from the root of the repository where they could be told. */
  readonly files: readonly CoveredFile[];
}

export interface CoveredFile {
  readonly path: string;
  readonly lines: Tally;
  /** Whether reports know other lines of it than others do. */
  readonly isDisputed: boolean;
}

/** Coverage of the lines that changed. */
export interface PatchSeen {
  /** Changed lines that hold code. */
  readonly lines: Tally;
  /** Changed files that should have been measured, and of which no report says anything about the changed lines. */
  readonly unmeasured: readonly string[];
}

export interface CoverageEvidence {
  readonly coverage: Evidence<CoverageSeen>;
  readonly patch: Evidence<PatchSeen>;
  /** Lines at the baseline. */
  readonly baseline: Evidence<Tally>;
}

export function judgeCoverage(rules: CoverageRules, evidence: CoverageEvidence): readonly Ruling[] {
  const { minLines, minBranches, minPatch, maxDrop } = rules;
  return [
    ...(minLines === undefined ? [] : [judgeShare('lines', minLines, evidence.coverage)]),
    ...(minBranches === undefined ? [] : [judgeShare('branches', minBranches, evidence.coverage)]),
    ...rules.paths.map((rule) => judgePath(rule, evidence.coverage)),
    ...(minPatch === undefined ? [] : [judgePatch(minPatch, evidence.patch)]),
    ...(maxDrop === undefined ? [] : [judgeDrop(maxDrop, evidence)]),
  ];
}

const INPUTS = { lines: 'min-coverage', branches: 'min-branch-coverage' } as const;

function judgeShare(what: 'lines' | 'branches', percent: number, evidence: Evidence<CoverageSeen>): Ruling {
  const name: RuleName = { area: 'coverage', rule: INPUTS[what], wanted: atLeast(percent) };
  return judgeKnown(name, evidence, (coverage) =>
    compared(name, { tally: coverage[what], percent, of: what, detail: disputeText(coverage.files) }),
  );
}

interface Comparison {
  readonly tally: Tally;
  readonly percent: number;
  /** What is counted, for reports. */
  readonly of: string;
  readonly detail?: string;
}

/** Nothing measured is no evidence, not a full share of nothing. */
function compared(name: RuleName, { tally, percent, of, detail = '' }: Comparison): Ruling {
  if (tally.total === 0) return broken(name, { code: 'coverage', reason: 'no-evidence', seen: `no ${of} measured` });
  const seen = `${percentText(tally)} (${tally.covered} of ${tally.total} ${of})`;
  if (reaches(tally, percent)) return met(name, { seen, detail });
  return broken(name, { code: 'coverage', reason: 'too-low', seen, detail });
}

/** What is to be known of a sum in which reports speak of other lines of the same path. */
function disputeText(files: readonly CoveredFile[]): string {
  const disputed = files.filter(({ isDisputed }) => isDisputed).map(({ path }) => path);
  return disputed.length === 0 ? '' : `Reports do not know the same lines of ${listed(disputed)}`;
}

function judgePath({ pattern, percent }: PathRule, evidence: Evidence<CoverageSeen>): Ruling {
  const name: RuleName = { area: 'coverage', rule: `min-coverage ${pattern.text}`, wanted: atLeast(percent) };
  return judgeKnown(name, evidence, ({ files }) => {
    const own = files.filter(({ path }) => pattern.matches(path));
    const tally = sumOf(own.map(({ lines }) => lines));
    if (own.length > 0) return compared(name, { tally, percent, of: 'lines', detail: disputeText(own) });
    const detail = `None of the ${files.length} measured files matches '${pattern.text}'`;
    return broken(name, { code: 'coverage', reason: 'no-evidence', seen: 'no file matches', detail });
  });
}

/** How many files are named before the rest is counted. */
const NAMED = 5;

function judgePatch(percent: number, evidence: Evidence<PatchSeen>): Ruling {
  const name: RuleName = { area: 'coverage', rule: 'min-patch-coverage', wanted: atLeast(percent) };
  return judgeKnown(name, evidence, ({ lines, unmeasured }) => {
    if (unmeasured.length > 0) {
      const detail = `No report says anything about the changed lines of ${listed(unmeasured)}`;
      return broken(name, { code: 'coverage', reason: 'unmeasured', seen: filesText(unmeasured.length), detail });
    }
    if (lines.total === 0) return met(name, { seen: 'no line with code was changed' });
    return compared(name, { tally: lines, percent, of: 'changed lines' });
  });
}

function filesText(count: number): string {
  return count === 1 ? '1 changed file is not measured' : `${count} changed files are not measured`;
}

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function judgeDrop(points: number, { coverage, baseline }: CoverageEvidence): Ruling {
  const name: RuleName = { area: 'coverage', rule: 'max-coverage-drop', wanted: `at most ${points} points lower` };
  return judgeKnown(name, coverage, ({ lines }) =>
    judgeKnown(name, baseline, (before) => {
      if (lines.total === 0 || before.total === 0) {
        return broken(name, { code: 'coverage', reason: 'no-evidence', seen: 'no lines measured' });
      }
      const seen = `${percentText(before)} before, ${percentText(lines)} now`;
      if (keepsUp(lines, before, points)) return met(name, { seen });
      return broken(name, { code: 'coverage', reason: 'dropped', seen });
    }),
  );
}

function atLeast(percent: number): string {
  return `at least ${percent} %`;
}

import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Finding, TestFailure } from '@plimsoll/reports';
import { shownPath } from '../files/find-files.ts';
import type { GateReport } from '../gate.ts';
import { failureCount, failuresIn, nameOf, whereOf } from './areas.ts';

/** One mark in the list of changed files. */
export interface Annotation {
  /** What fails nothing is a warning. */
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** From the root of the repository; empty: none that is there. */
  readonly file: string;
  readonly line: number | undefined;
}

/** What is marked, and how many could not be. */
export interface Annotations {
  readonly marks: readonly Annotation[];
  /** Of failed tests and findings. */
  readonly left: number;
}

/** GitHub shows ten errors and ten warnings of a step, and the last error is the verdict. */
const MOST = 9;

/** Failed tests first, then findings that fail. */
export function annotationsOf(report: GateReport, root: string): Annotations {
  const failing = report.findings?.failing ?? [];
  const marks = [
    ...failuresIn(report)
      .slice(0, MOST)
      .map((failure) => ofTest(failure, { root, level: levelOf(report) })),
    ...failing.slice(0, MOST).map((finding) => ofFinding(finding, root)),
  ].slice(0, MOST);
  return { marks, left: failureCount(report) + failing.length - marks.length };
}

/** Failures that the rules let through are warnings. */
function levelOf({ decision }: GateReport): Annotation['level'] {
  return decision.rulings.some(({ rule, verdict }) => rule === 'max-failures' && verdict === 'pass')
    ? 'warning'
    : 'error';
}

interface Marking {
  readonly root: string;
  readonly level: Annotation['level'];
}

function ofTest(failure: TestFailure, { root, level }: Marking): Annotation {
  const { file, line, outcome } = failure;
  const title = `${outcome === 'failed' ? 'Failed' : 'Error'}: ${nameOf(failure)}`;
  return placed({ level, title, message: failure.message || 'The report says no more.', file, line }, root);
}

function ofFinding(finding: Finding, root: string): Annotation {
  const { severity, id, title, file, line } = finding;
  const message = [title, whereOf(finding)].filter((part) => part !== '').join('\n');
  return placed({ level: 'error', title: `${severity}: ${id}`, message: message || id, file, line }, root);
}

/** A file that is not in the checkout would be shown as one that is. */
function placed(annotation: Annotation, root: string): Annotation {
  const { file } = annotation;
  const path = isAbsolute(file) ? file : join(root, file);
  const shown = shownPath(root, path);
  const isThere = file !== '' && !isAbsolute(shown) && existsSync(path);
  return isThere ? { ...annotation, file: shown } : { ...annotation, file: '', line: undefined };
}

/** How many have no mark; empty when all have one. */
export function leftText({ left, marks }: Annotations): string {
  if (left === 0) return '';
  const what = left === 1 ? '1 more failed test or finding has' : `${left} more failed tests and findings have`;
  return `${what} no mark: GitHub shows ten of a step. The first ${marks.length} have one, the summary lists more.`;
}

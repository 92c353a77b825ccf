import { Buffer } from 'node:buffer';
import { counted } from '@plimsoll/figures';
import type { Verdict } from '@plimsoll/outcome';
import type { CheckReport, VerificationReport } from '../verification-report.ts';

type Identity = VerificationReport['identity'];

/** How much of everything a document tells. */
export interface Detail {
  /** Checks; those that failed come first. */
  readonly checks: number;
  /** Kinds of failure that are shown with an example, of each check. */
  readonly examples: number;
  /** Kinds of failure that are counted, of each check. */
  readonly groups: number;
  /** Backends, with their versions. */
  readonly backends: number;
  readonly notes: number;
  /** Characters of an answer. */
  readonly excerpt: number;
  /** Characters of any other text. */
  readonly text: number;
  readonly hasHistograms: boolean;
}

const EVERYTHING: Detail = {
  checks: 500,
  examples: 5,
  groups: 20,
  backends: 500,
  notes: 100,
  excerpt: 2_000,
  text: 1_000,
  hasHistograms: true,
};

/** From everything to the least; what one seldom reads goes first. */
const DETAILS: readonly Detail[] = [
  EVERYTHING,
  { ...EVERYTHING, excerpt: 500, examples: 3 },
  { ...EVERYTHING, excerpt: 200, examples: 2, groups: 5, text: 300, checks: 100, backends: 200, notes: 50 },
  { checks: 40, examples: 1, groups: 3, backends: 50, notes: 20, excerpt: 200, text: 200, hasHistograms: false },
  { checks: 10, examples: 1, groups: 2, backends: 20, notes: 10, excerpt: 100, text: 100, hasHistograms: false },
  { checks: 5, examples: 0, groups: 1, backends: 5, notes: 2, excerpt: 100, text: 100, hasHistograms: false },
  { checks: 1, examples: 0, groups: 1, backends: 1, notes: 1, excerpt: 0, text: 60, hasHistograms: false },
];

const LEAST = DETAILS.length - 1;

export interface DocumentRequest {
  readonly report: VerificationReport;
  readonly render: (report: VerificationReport, detail: Detail) => string;
  readonly mostBytes: number;
}

/** The document in the most detail that has room in so many bytes. */
export function inMostDetail({ report, render, mostBytes }: DocumentRequest): string {
  let document = '';
  // To write what cannot fit only to throw it away would take seconds for a report of long texts.
  for (const detail of DETAILS.filter((detail, index) => index === LEAST || textSize(report, detail) <= mostBytes)) {
    document = render(report, detail);
    if (Buffer.byteLength(document) <= mostBytes) return document;
  }
  return document;
}

/** Characters of the longest texts that a document in this detail holds, whatever it is written in. */
function textSize({ checks }: VerificationReport, detail: Detail): number {
  const sizes = inOrder(checks)
    .slice(0, detail.checks)
    .flatMap(({ last, failures }) => {
      const examples = failures.slice(0, detail.examples).map(({ example }) => example);
      return examples.length > 0 || last === undefined ? examples : [last];
    })
    .map(({ evidence: { asked, came, excerpt } }) => {
      const texts = Math.min(asked.length, detail.text) + Math.min(came.length, detail.text);
      return texts + Math.min(excerpt.length, detail.excerpt);
    });
  return sizes.reduce((sum, size) => sum + size, 0);
}

const ORDER: Readonly<Record<Verdict, number>> = { fail: 0, inconclusive: 1, pass: 2 };

/** Checks as they are read: the ones that failed first, the ones that passed last. */
export function inOrder(checks: readonly CheckReport[]): readonly CheckReport[] {
  return checks.toSorted((a, b) => ORDER[a.judgement.verdict] - ORDER[b.judgement.verdict]);
}

/** What as many backends said as there is room for; those with another version than the expected one first. */
export function seenOf(identity: Identity, detail: Detail): Identity['seen'] {
  const kept = backendsIn(identity).slice(0, detail.backends);
  return kept.flatMap((name) => identity.seen.filter(({ backend }) => backend === name));
}

function backendsIn({ expected, seen }: Identity): readonly string[] {
  const isWrong = ({ version }: Identity['seen'][number]): boolean => expected !== '' && version !== expected;
  const ordered = seen.toSorted((a, b) => Number(isWrong(b)) - Number(isWrong(a)));
  return [...new Set(ordered.map(({ backend }) => backend))];
}

/** The start of a text that is longer than so many characters, with a mark that there was more. */
export function cut(text: string, most: number): string {
  // Half of a character outside the basic plane is none.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** What a document in this detail does not tell, in words; nothing when it tells all. */
export function leftOut(report: VerificationReport, detail: Detail): readonly string[] {
  const { checks, notes, identity } = report;
  const missing = [
    [checks.length - detail.checks, 'check'],
    [notes.length - detail.notes, 'note'],
    [backendsIn(identity).length - detail.backends, 'backend'],
    [sum(checks, ({ failures }) => failures.length - detail.examples), 'example'],
  ] as const;
  const counts = missing.filter(([count]) => count > 0).map(([count, what]) => counted(count, what));
  const texts =
    detail === EVERYTHING ? [] : [`texts beyond ${detail.text} characters, answers beyond ${detail.excerpt}`];
  return [...counts, ...texts, ...(detail.hasHistograms ? [] : ['histograms'])];
}

function sum(checks: readonly CheckReport[], countOf: (check: CheckReport) => number): number {
  return checks.reduce((total, check) => total + Math.max(0, countOf(check)), 0);
}

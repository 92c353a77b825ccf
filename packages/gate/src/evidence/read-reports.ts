import { resolve } from 'node:path';
import { Failure, type FailureCode } from '@plimsoll/outcome';
import type { Unknown } from '@plimsoll/policy';
import { MAX_FILES, type ReportFacts, type ReportKind } from '@plimsoll/reports';
import { isBelow } from '../files/below.ts';
import { type Found, findFiles, shownPath } from '../files/find-files.ts';
import type { ReportPattern } from '../files/report-pattern.ts';
import type { GatePorts } from '../ports.ts';
import { attempt } from './attempt.ts';
import { Copies, type Copy } from './copies.ts';

/** Facts of one kind. */
export type FactsOf<Kind extends ReportKind> = Extract<ReportFacts, { readonly kind: Kind }>;

/** A pattern or a file that gave nothing. */
export interface Gap {
  readonly code: FailureCode;
  /** One sentence. It names the input, and the file or the pattern. */
  readonly why: string;
}

/** All reports of one input. With gaps, whatever the others say is not the whole. */
export interface ReportsRead<Kind extends ReportKind> {
  readonly reports: readonly { readonly path: string; readonly facts: FactsOf<Kind> }[];
  readonly gaps: readonly Gap[];
  /** Reports of tests that are another one, byte for byte, and so counted with it. */
  readonly copies: readonly Copy[];
}

export interface ReportsRequest<Kind extends ReportKind> {
  readonly kind: Kind;
  /** Name of the input, for messages. */
  readonly input: string;
  readonly patterns: readonly ReportPattern[];
}

type ReportPorts = Pick<GatePorts, 'root' | 'readReport' | 'signal'>;

/** Finds and reads the reports of one input, one after the other. Every pattern has to lead to a file, each by itself: a lost shard shows. */
export async function readReports<Kind extends ReportKind>(
  request: ReportsRequest<Kind>,
  ports: ReportPorts,
): Promise<ReportsRead<Kind>> {
  const { files, gaps, pathsOf } = await findReports(request, ports.root);
  const reports: { readonly path: string; readonly facts: FactsOf<Kind> }[] = [];
  const copies: Copy[] = [];
  const seen = new Copies();
  for (const [path, pattern] of files) {
    ports.signal.throwIfAborted();
    const original = request.kind === 'tests' ? await seen.originalOf(path) : undefined;
    if (original !== undefined) {
      copies.push({ path, original });
      continue;
    }
    const file = { path, name: shownPath(ports.root, path), forced: pattern.forced };
    const read = await attempt(() => readOne(request, file, ports));
    if (read.kind === 'known') reports.push({ path, facts: read.facts });
    else
      gaps.push({ code: read.code, why: `${request.input}: ${whyUnread(read, { path, pattern, root: ports.root })}` });
  }
  return { reports, copies, gaps: [...gaps, ...silentPatterns({ input: request.input, reports, copies, pathsOf })] };
}

interface Unread extends Searched {
  readonly path: string;
}

/**
 * What is wrong with a file is told by what is in it. Where a link leads to it out of the workspace, and not the pattern itself, nothing of it is
 * shown: whoever committed that link may not be able to read it.
 */
function whyUnread({ why }: Unknown, { path, pattern, root }: Unread): string {
  const isLinkedOut = isBelow(root, resolve(root, pattern.pattern)) && !isBelow(root, path);
  if (!isLinkedOut) return why;
  return `${path} is no report that can be used, and a link out of the workspace leads there, so that nothing of it is shown.`;
}

interface FoundReports {
  /** By absolute path: what two patterns lead to is read once. */
  readonly files: Map<string, ReportPattern>;
  readonly gaps: Gap[];
  /** All that each pattern leads to. */
  readonly pathsOf: ReadonlyMap<ReportPattern, readonly string[]>;
}

interface Silence extends Pick<FoundReports, 'pathsOf'> {
  readonly input: string;
  readonly reports: readonly { readonly path: string; readonly facts: ReportFacts }[];
  readonly copies: readonly Copy[];
}

/** A shard that ran nothing is as lost as one without a report. Where no pattern led to anything, the rules say so themselves. */
function silentPatterns({ input, reports, copies, pathsOf }: Silence): readonly Gap[] {
  const speaking = new Set(reports.flatMap(({ path, facts }) => (saysNothing(facts) ? [] : [path])));
  const readable = new Set(reports.map(({ path }) => path));
  for (const { path, original } of copies) {
    if (speaking.has(original)) speaking.add(path);
    if (readable.has(original)) readable.add(path);
  }
  if (speaking.size === 0) return [];
  return [...pathsOf].flatMap(([{ text }, paths]): Gap[] => {
    const isSilent = paths.every((path) => readable.has(path) && !speaking.has(path));
    const why = `${input}: '${text}' leads only to reports in which nothing was run, while others have something.`;
    return isSilent ? [{ code: 'report', why }] : [];
  });
}

/** No finding is an answer, no test and no line is none. */
function saysNothing(facts: ReportFacts): boolean {
  switch (facts.kind) {
    case 'tests':
      return facts.counts.total + facts.counts.skipped + facts.counts.suiteErrors === 0;
    case 'coverage':
      return facts.lines.total === 0;
    case 'findings':
      return false;
  }
}

async function findReports<Kind extends ReportKind>(
  { input, patterns }: ReportsRequest<Kind>,
  root: string,
): Promise<FoundReports> {
  const files = new Map<string, ReportPattern>();
  const gaps: Gap[] = [];
  const pathsOf = new Map<ReportPattern, readonly string[]>();
  for (const pattern of patterns) {
    const found = await findFiles(root, pattern.pattern);
    if (found.kind === 'files') {
      pathsOf.set(pattern, found.paths);
      for (const path of found.paths) files.set(path, files.get(path) ?? pattern);
    } else gaps.push({ code: codeOf(found), why: `${input}: ${whyOf(found, { pattern, root })}` });
  }
  if (files.size <= MAX_FILES) return { files, gaps, pathsOf };
  const why = `${input}: the patterns lead to ${files.size} files, and at most ${MAX_FILES} are read. Make them narrower.`;
  return { files: new Map(), gaps: [...gaps, { code: 'report', why }], pathsOf: new Map() };
}

/** A folder where a report should be is a wrong pattern; what is missing or unreadable is missing evidence. */
function codeOf(found: Found): FailureCode {
  return found.kind === 'no-file' && found.what === 'folder' ? 'input' : 'report';
}

interface Searched {
  readonly pattern: ReportPattern;
  readonly root: string;
}

function whyOf(found: Exclude<Found, { readonly kind: 'files' }>, { pattern, root }: Searched): string {
  const shown = `'${pattern.text}'`;
  switch (found.kind) {
    case 'nothing':
      return `${shown} matches no file${found.pattern === pattern.pattern ? '' : ` for '${found.pattern}'`} below ${root}${listHint(pattern.text)}. Check that the report was written, and that its artifact is downloaded.`;
    case 'no-file':
      return `${shown} matches the ${found.what} '${shownPath(root, found.path)}'. Patterns lead to files, such as '${pattern.pattern}/**/*.xml'.`;
    case 'unreadable':
      return `${shown} could not be searched: ${found.why}`;
  }
}

/** A comma may stand in the name of a file. Where there is no such file, it was meant for a list. */
function listHint(pattern: string): string {
  return /,/u.test(pattern.replace(/\{[^{}]*\}/gu, '')) ? ' (of several patterns, write one per line)' : '';
}

interface OneReport {
  readonly path: string;
  readonly name: string;
  readonly forced: ReportPattern['forced'];
}

async function readOne<Kind extends ReportKind>(
  { kind }: ReportsRequest<Kind>,
  file: OneReport,
  { readReport }: ReportPorts,
): Promise<FactsOf<Kind>> {
  const facts = await readReport(file);
  if (isOfKind(facts, kind)) return facts;
  throw new Failure(
    'report',
    `${file.name}: a report of ${facts.kind} (${facts.format}) where one of ${kind} is asked for.`,
  );
}

function isOfKind<Kind extends ReportKind>(facts: ReportFacts, kind: Kind): facts is FactsOf<Kind> {
  return facts.kind === kind;
}

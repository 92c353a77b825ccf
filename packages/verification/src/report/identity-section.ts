import { code, markdownTable } from '@plimsoll/action-kit';
import { counted } from '@plimsoll/figures';
import type { VerificationReport } from '../verification-report.ts';
import { cut, type Detail, seenOf } from './detail.ts';
import { paragraphs, shown } from './markup.ts';

type Identity = VerificationReport['identity'];

/** What one backend said of its version; undefined where it was not asked. */
interface Backend {
  readonly name: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/** Which version answered where: a sentence when all is as expected, a table otherwise. */
export function versionsText(identity: Identity, detail: Detail): string {
  const { expected, seen } = identity;
  const backends = backendsOf(seen);
  if (backends.length === 0) return '';
  const version = code(cut(expected, detail.text));
  if (expected !== '' && backends.every(({ start, end }) => start === expected && end === expected)) {
    const [first] = backends;
    const where = backends.length === 1 ? shown(first?.name ?? '', detail) : counted(backends.length, 'backend');
    return `Version ${version} answered on ${where}, at the start and at the end.`;
  }
  const claim = expected === '' ? '' : `Version ${version} has to answer everywhere.`;
  return paragraphs([claim, versionTable(backendsOf(seenOf(identity, detail)), detail)]);
}

function versionTable(backends: readonly Backend[], detail: Detail): string {
  const cell = (version: string | undefined): string => {
    if (version === undefined) return 'not asked';
    return version === '' ? 'none was read' : cut(version, detail.text);
  };
  const rows = backends.map(({ name, start, end }) => [cut(name, detail.text), cell(start), cell(end)]);
  return markdownTable(['Backend', 'At the start', 'At the end'], rows);
}

function backendsOf(seen: Identity['seen']): readonly Backend[] {
  const backends = new Map<string, Backend>();
  for (const { backend, version, when } of seen) {
    const known = backends.get(backend) ?? { name: backend, start: undefined, end: undefined };
    backends.set(backend, { ...known, [when]: version });
  }
  return [...backends.values()];
}

import * as fc from 'fast-check';
import type { VerificationReport } from '../../src/verification-report.ts';
import { attempt, checkReport, fixed, httpCheck, verification } from './sample-reports.ts';

/** Pieces that mean something in Markdown, HTML, a log, JSON or the text format of metrics. */
const PIECES = [
  '|',
  '`',
  '```',
  '````\n',
  '~~~',
  '\n',
  '\r\n',
  '\n\n',
  '\\n',
  '\\',
  '"',
  "'",
  '{',
  '}',
  '=',
  '#',
  '# HELP x y\n',
  '- ',
  '1. ',
  '> ',
  '**',
  '_',
  '---\n',
  '<b>',
  '</summary>',
  '</details>',
  '<details>',
  '</code>',
  '<!--',
  '-->',
  '<script>',
  '&lt;',
  '[a](http://x)',
  '![a](b)',
  'https://x',
  '@someone',
  ':tada:',
  '::error::',
  '##[group]',
  '\u0000',
  '\u001b[2K',
  '\u001b[31m',
  '\u0007',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u200b',
  '\ud800',
  '\udc00',
  'é',
  '🚢',
  ' ',
  'a1',
] as const;

/** Text as an enemy would write it; it always ends with something that can be seen. */
export const hostileText = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })), {
    maxLength: 20,
  })
  .map((pieces) => `${pieces.join('')} end`);

/** A report that says this text wherever it says something from outside. */
export function reportSaying(text: string): VerificationReport {
  const evidence = {
    asked: text,
    came: text,
    excerpt: text,
    address: text,
    version: text,
    deadAddresses: [text],
    notes: [text],
    counters: { [text]: 1 },
  };
  const bad = [
    attempt({ kind: 'wrong', detail: `first ${text}`, evidence }),
    attempt({ kind: 'wrong', detail: text, evidence }),
    ...Array.from({ length: 20 }, () => attempt({ evidence })),
  ];
  const reports = [
    checkReport(httpCheck(`1${text}`), bad, fixed(22)),
    checkReport(httpCheck(`2${text}`), [attempt({ kind: 'unknown', detail: text, evidence })], fixed(1)),
    checkReport(httpCheck(`3${text}`), bad, fixed(22, 0.5)),
  ];
  const checks = reports.map((report) => ({
    ...report,
    judgement: { ...report.judgement, reason: text, shows: text },
  }));
  const seen = [
    { backend: text, version: text, when: 'start' },
    { backend: text, version: 'another', when: 'end' },
  ] as const;
  return verification(checks, { environment: text, summary: text, notes: [text], identity: { expected: text, seen } });
}

/** More than any document has room for: so many checks that say the same long texts. */
export function hugeReport(checks: number, text: string): VerificationReport {
  const long = text.repeat(Math.ceil(2_000 / text.length)).slice(0, 2_000);
  const report = reportSaying(long);
  const all = Array.from({ length: checks }, (_, index) => report.checks[2 - (index % 3)]).filter(
    (check) => check !== undefined,
  );
  const seen = all.map((_, index) => ({ backend: `${index} ${long}`, version: long, when: 'start' as const }));
  return {
    ...report,
    checks: all,
    notes: all.map((_, index) => `${index} ${long}`),
    identity: { expected: long, seen },
  };
}

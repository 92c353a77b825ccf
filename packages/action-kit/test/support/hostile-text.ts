import * as fc from 'fast-check';

/** Pieces commands are made of, what may hide between them, and what may end a line. */
const PIECES = [
  '::',
  ':',
  '#',
  '##',
  '##[',
  '[',
  ']',
  'error',
  'add-mask',
  'group',
  'stop-commands',
  'set-output name=x',
  'ERROR',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '%0A',
  '\u0000',
  '\u0007',
  '\u000b',
  '\u000c',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\u2029',
  '\u2066',
  '\ufe0f',
  '\ufeff',
  '\u001b',
  '\u001b[31m',
  '\u001b[2K',
  '\u001b[',
  '\u001b]0;t\u0007',
  '\u001b]8;;x\u001b\\',
  '\u009b',
  'é',
  '\u0301',
  '🚢',
  ' | ',
] as const;

/** Text as an enemy would write it. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

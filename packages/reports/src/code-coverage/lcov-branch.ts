import type { Branch } from './file-builder.ts';

const BRANCH = /^BRDA:(\d{1,10}),(e?)(\d{1,10}),(.+),(-|\d+)$/u;

/** Exceptional branches are numbered apart from the others. */
const EXCEPTIONAL = 1 << 30;

/** Where the hashes of branches that are named by an expression begin. */
const NAMED = 1 << 30;

/**
 * `BRDA:<line>,[e]<block>,<branch>,<taken>`: a branch has a number, or since lcov 2 an expression, which may have commas in it; `-` says that
 * its block was never reached. Undefined for anything else.
 */
export function readBranch(text: string): Branch | undefined {
  const [, line, exceptional, block, branch, taken] = BRANCH.exec(text) ?? [];
  if (line === undefined || branch === undefined || taken === undefined) return undefined;
  return {
    line: Number(line),
    block: (Number(block) % EXCEPTIONAL) + (exceptional === 'e' ? EXCEPTIONAL : 0),
    branch: /^\d{1,9}$/u.test(branch) ? Number(branch) : NAMED + hash(branch),
    isTaken: /[1-9]/u.test(taken),
  };
}

/** 30 bits of an expression, to tell it from the few others of its line. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return (value ^ (value >>> 15)) & (NAMED - 1);
}

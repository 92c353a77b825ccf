import { type FileHandle, open } from 'node:fs/promises';

/** Pieces are written together: one system call a line would take longer than all that is measured. */
const PIECES = 10_000;

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  await using file: FileHandle = await open(path, 'w');
  let waiting: string[] = [];
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length < PIECES) continue;
    await file.write(waiting.join(''));
    waiting = [];
  }
  await file.write(waiting.join(''));
}

const CASES_IN_SUITE = 100;

/** Of a thousand cases, one fails. */
const CASES_FOR_FAILURE = 1000;

/** A report in the shape that jest-junit writes, about 98 bytes a case. Answers with how many fail. */
export async function writeJUnit(path: string, cases: number): Promise<number> {
  await writePieces(path, junit(cases));
  return Math.ceil(cases / CASES_FOR_FAILURE);
}

function* junit(cases: number): Generator<string> {
  const failures = Math.ceil(cases / CASES_FOR_FAILURE);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jest tests" tests="${cases}" failures="${failures}" errors="0" time="1234.5">\n`;
  for (let number = 0; number < cases; number += 1) {
    const suite = Math.floor(number / CASES_IN_SUITE);
    if (number % CASES_IN_SUITE === 0)
      yield `${suite === 0 ? '' : '  </testsuite>\n'}  <testsuite name="suite ${suite}" time="1.5">\n`;
    const start = `    <testcase classname="com.example.Suite${suite}" name="does the thing of number ${number}" time="0.012"`;
    const fails = number % CASES_FOR_FAILURE === CASES_IN_SUITE / 2;
    yield fails
      ? `${start}><failure message="expected 1 to be 2">at a.test.js:${number}\n</failure></testcase>\n`
      : `${start}/>\n`;
  }
  yield '  </testsuite>\n</testsuites>\n';
}

const LINES_OF_FILE = 1000;

/** A tracefile of lcov with files of a thousand lines, of which each eleventh is not covered. */
export async function writeLcov(path: string, lines: number): Promise<void> {
  await writePieces(path, lcov(lines));
}

function* lcov(lines: number): Generator<string> {
  for (let file = 0; file < lines / LINES_OF_FILE; file += 1) {
    yield `TN:\nSF:src/folder${file % 50}/file${file}.ts\n`;
    for (let line = 1; line <= LINES_OF_FILE; line += 1) yield `DA:${line},${line % 11 === 0 ? 0 : (line % 9) + 1}\n`;
    yield `LF:${LINES_OF_FILE}\nLH:910\nend_of_record\n`;
  }
}

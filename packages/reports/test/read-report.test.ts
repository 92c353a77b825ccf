import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isReportFormat, type ReportFormat, readReport, readReportFile } from '@plimsoll/reports';
import { JsonDocument } from '../src/json/json-document.ts';
import { MAX_JSON_BYTES, MAX_JSON_CONTAINERS, MAX_STREAMED_BYTES } from '../src/limits.ts';
import { read, refusal } from './reading.ts';

const JUNIT = '<testsuite><testcase name="a"/></testsuite>';
const LCOV = 'SF:a\nDA:1,1\nend_of_record\n';

const RECOGNISED: readonly (readonly [format: ReportFormat, content: string])[] = [
  ['junit', JUNIT],
  ['junit', `\n <!-- made by x -->\n<?style y?><testsuites/>`],
  ['cobertura', '<coverage><class filename="a"/></coverage>'],
  ['jacoco', '<report name="r"><sourcefile name="a"><line nr="1" mi="0" ci="1" mb="0" cb="0"/></sourcefile></report>'],
  ['lcov', LCOV],
  ['lcov', `TN:\n${LCOV}`],
  ['lcov', `\n\n# made by x\n${LCOV}`],
  ['go', 'mode: set\na.go:1.1,2.2 1 1\n'],
  ['istanbul', '{"a":{"statementMap":{},"s":{}}}'],
  ['istanbul-summary', '{"a":{"lines":{"total":0,"covered":0},"statements":{},"branches":{"total":0,"covered":0}}}'],
  ['coverage.py', '{"meta":{},"files":{"a":{"executed_lines":[],"missing_lines":[]}},"totals":{}}'],
];

describe('recognition by content', () => {
  it.each(RECOGNISED)('knows %s', async (format, content) => {
    expect(await read(content)).toMatchObject({ format, file: 'report', bytes: Buffer.byteLength(content) });
    expect(await read(content, { chunk: 1, forced: format })).toMatchObject({ format });
  });

  it.each([
    ['', 'report cannot be used as a report: it is empty (byte 0).'],
    [' \n\t', 'it holds nothing but white space'],
    ['PK\u0003\u0004zip', 'it begins with "PK\\u0003\\u0004zip", as no known format does'],
    ['hello', 'it begins with "hello"'],
    [
      '<html><body/></html>',
      'its first element is <html>, which begins no report that is read here: those in XML are cobertura, jacoco, junit',
    ],
    ['<assemblies/>', 'its first element is <assemblies>'],
    ['<report/>', 'its first element is <report>'],
    ['<!-- nothing else -->', 'it holds no element'],
    ['{}', 'it is an empty object'],
    ['[]', 'it is JSON of no format that is read here: it is a list of 0. Those in JSON are '],
    ['{"metrics":{},"results":[],"errors":[]}', 'pip-audit, sarif, trivy'],
    ['{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}', 'its members are "a", "b", "c", "d", "e", …'],
    ['{"meta":{},"files":{}', 'it is truncated: the JSON ends too early (byte 21)'],
    ['{"meta":{},"files":{},"totals":{},"files":{}}', '"files"'],
    ['{"ä":1,}', 'it is not valid JSON (byte 8)'],
    [`${JUNIT}${JUNIT}`, `there is a second root element (byte ${JUNIT.length})`],
  ])('refuses %j', async (content, message) => {
    expect(await refusal(content)).toContain(message);
    expect(await refusal(content, { chunk: 1 })).toContain(message);
  });

  it.each([
    [LCOV, 'go', 'it is given as go, and it is lcov'],
    [JUNIT, 'jacoco', 'it is given as jacoco, and its first element "<testsuite>" is that of junit'],
    [JUNIT, 'lcov', 'it is given as lcov, and'],
    ['{"a":{"statementMap":{},"s":{}}}', 'coverage.py', 'it is given as coverage.py, and it is istanbul'],
    ['{"x":1}', 'istanbul', 'it is given as istanbul, and it is not: its members are "x"'],
  ] as const)('refuses %j given as %s', async (content, forced, message) => {
    expect(await refusal(content, { forced })).toContain(message);
  });

  it('reads no JSON that would take more memory than a machine has', () => {
    const many = Buffer.alloc(1_000_000, '[]');
    const document = (): JsonDocument => new JsonDocument({ formats: [], forced: undefined });
    expect(() => {
      const full = document();
      for (let million = 0; million <= MAX_JSON_CONTAINERS / 500_000; million += 1) full.write(many);
    }).toThrow(`more than ${MAX_JSON_CONTAINERS} objects and lists`);
    expect(() => document().write(new Uint8Array(MAX_JSON_BYTES + 1))).toThrow(
      `JSON of more than ${MAX_JSON_BYTES} bytes`,
    );
  });

  it('knows the names of formats', () => {
    expect(isReportFormat('lcov')).toBe(true);
    expect(isReportFormat('toString')).toBe(false);
  });
});

describe('a report as a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reports-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const readIn = (name: string): Promise<unknown> =>
    readReportFile({ path: join(folder, name), name: `given/${name}` });

  it('is read in pieces, to the same numbers', async () => {
    const sections = Array.from(
      { length: 60_000 },
      (_, index) => `SF:/f${index % 50}.c\nDA:${index},${index % 3}\nend_of_record\n`,
    );
    await writeFile(join(folder, 'long.info'), sections.join(''));
    expect(await readIn('long.info')).toMatchObject({
      file: 'given/long.info',
      bytes: sections.join('').length,
      lines: { covered: 40_000, total: 60_000 },
    });
  });

  it('is not a folder, a pipe, or missing', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(readIn('')).rejects.toMatchObject({ code: 'report', message: 'given/ is a folder, not a report.' });
    await expect(readIn('pipe')).rejects.toMatchObject({ code: 'report', message: 'given/pipe is no ordinary file.' });
    await expect(readIn('none')).rejects.toMatchObject({
      code: 'report',
      message: expect.stringContaining('given/none cannot be read: ENOENT'),
    });
  });

  it('shows nothing of the process that reads it', async () => {
    await symlink('/proc/self/environ', join(folder, 'environ.xml'));
    await expect(readIn('environ.xml')).rejects.toMatchObject({
      code: 'report',
      message: 'given/environ.xml cannot be used as a report: it is empty (byte 0).',
    });
  });

  it('is not still being written', async () => {
    const path = join(folder, 'growing.info');
    const section = 'SF:/f.c\nDA:1,1\nend_of_record\n';
    await writeFile(path, section.repeat(40_000));
    const outcome = { isThere: false };
    const reading = readIn('growing.info').finally(() => (outcome.isThere = true));
    const written = (async () => {
      while (!outcome.isThere) await appendFile(path, section);
    })();
    await expect(reading).rejects.toMatchObject({
      code: 'report',
      message: expect.stringContaining('given/growing.info was written into while it was read'),
    });
    await written;
  });

  it('is not larger than what is read', async () => {
    execFileSync('truncate', ['-s', String(MAX_STREAMED_BYTES + 1), join(folder, 'huge.xml')]);
    await expect(readIn('huge.xml')).rejects.toMatchObject({
      code: 'report',
      message: expect.stringContaining('bytes, more than'),
    });
  });
});

describe('a stream', () => {
  it('that breaks is a failure with its cause', async () => {
    const fault = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    const bytes = (async function* () {
      yield Buffer.from(JUNIT.slice(0, 5));
      throw fault;
    })();
    await expect(readReport({ path: 'a.xml', bytes })).rejects.toMatchObject({
      code: 'report',
      message: 'a.xml cannot be read: EIO: i/o error, read.',
      cause: fault,
    });
  });

  it('is not read on after what is wrong', async () => {
    let asked = 0;
    const bytes = (async function* () {
      for (asked = 1; ; asked += 1) yield Buffer.from(`<<${' '.repeat(2000)}`);
    })();
    await expect(readReport({ path: 'a.xml', bytes })).rejects.toMatchObject({ code: 'report' });
    expect(asked).toBe(1);
  });
});

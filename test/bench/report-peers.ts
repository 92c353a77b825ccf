/** Others that read reports, as small programs that read one file and print what they counted. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '@plimsoll/testkit';
import type { Absent } from './tool.ts';

/** A program that reads one report: `node <script> <report>` prints a number. */
export interface ReportPeer {
  readonly name: string;
  readonly what: string;
  readonly script: string;
}

interface Source {
  readonly name: string;
  readonly what: string;
  readonly code: string;
}

/** They count the cases and read one attribute of each, no more. */
const STREAMED = `const { createReadStream } = require('node:fs');
let count = 0;
const open = ({ name, attributes }) => { if (name === 'testcase' && attributes.time !== undefined) count += 1; };
const feed = (write, end) => createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 262144 })
  .on('data', write).on('end', () => { end(); console.log(count); });
`;

const JUNIT_PEERS: readonly Source[] = [
  {
    name: 'saxes@6.0.0',
    what: 'the parser alone, streaming',
    code: `${STREAMED}const parser = new (require('saxes').SaxesParser)({ position: false });
parser.on('error', (error) => { throw error; });
parser.on('opentag', open);
feed((text) => parser.write(text), () => parser.close());
`,
  },
  {
    name: 'sax@1.6.1',
    what: 'the parser alone, streaming',
    code: `${STREAMED}const parser = require('sax').parser(true, { position: false });
parser.onerror = (error) => { throw error; };
parser.onopentag = open;
feed((text) => parser.write(text), () => parser.close());
`,
  },
  {
    name: 'fast-xml-parser@5.12.1',
    what: 'the parser alone, to objects',
    code: `const { readFileSync } = require('node:fs');
const { XMLParser } = require('fast-xml-parser');
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
const { testsuites } = parser.parse(readFileSync(process.argv[2], 'utf8'));
console.log([testsuites.testsuite].flat().reduce((sum, suite) => sum + [suite.testcase].flat().length, 0));
`,
  },
];

const LCOV_PEERS: readonly Source[] = [
  {
    name: 'lcov-parse@1.0.0',
    what: 'the parser alone, to objects',
    code: `require('lcov-parse')(process.argv[2], (error, files) => {
  if (error) throw new Error(error);
  console.log(files.reduce((sum, { lines }) => sum + lines.details.length, 0));
});
`,
  },
];

/** What reads JUnit and what reads LCOV, as far as the registry gives it. */
export interface ReportPeers {
  readonly junit: readonly ReportPeer[];
  readonly lcov: readonly ReportPeer[];
  readonly absent: readonly Absent[];
}

/** Installs the peers into a folder outside of the repository. */
export async function installReportPeers(folder: string): Promise<ReportPeers> {
  const root = join(folder, 'report-peers');
  await mkdir(root);
  await writeFile(join(root, 'package.json'), '{"private":true}');
  const names = [...JUNIT_PEERS, ...LCOV_PEERS].map(({ name }) => name);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...names];
  const { exitCode, stderr } = await runCommand({ program: 'npm', args, cwd: root });
  if (exitCode !== 0) {
    const reason = `npm install failed: ${stderr.trim().split('\n').at(-1) ?? ''}`;
    return { junit: [], lcov: [], absent: names.map((name) => ({ name, reason })) };
  }
  const write = (sources: readonly Source[]): Promise<ReportPeer[]> =>
    Promise.all(sources.map((one) => keep(root, one)));
  return { junit: await write(JUNIT_PEERS), lcov: await write(LCOV_PEERS), absent: [] };
}

async function keep(root: string, { name, what, code }: Source): Promise<ReportPeer> {
  const script = join(root, `${name.replace(/@.*/u, '')}.cjs`);
  await writeFile(script, code);
  return { name, what, script };
}

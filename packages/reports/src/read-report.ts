import { isNativeError } from 'node:util/types';
import { Failure } from '@plimsoll/outcome';
import { COBERTURA } from './code-coverage/cobertura.ts';
import { COVERAGE_PY } from './code-coverage/coverage-py.ts';
import { GoProfile } from './code-coverage/go.ts';
import { ISTANBUL } from './code-coverage/istanbul.ts';
import { ISTANBUL_SUMMARY } from './code-coverage/istanbul-summary.ts';
import { JACOCO } from './code-coverage/jacoco.ts';
import { LcovReport } from './code-coverage/lcov.ts';
import type { ReportFacts } from './facts.ts';
import { FINDING_FORMATS } from './findings/index.ts';
import type { ReportFormat } from './format.ts';
import { JsonDocument } from './json/json-document.ts';
import { MAX_STREAMED_BYTES } from './limits.ts';
import { Recogniser, type ReportParser, type Syntax } from './recogniser.ts';
import { JUNIT } from './tests/junit/junit.ts';
import { DecodedStream } from './text/decoded-stream.ts';
import { Unreadable } from './unreadable.ts';
import { XmlReport } from './xml/xml-report.ts';

/** A report to read. */
export interface ReportToRead {
  /** Where it is, as the user knows it: named in facts and failures, never opened. */
  readonly path: string;
  /** Its content in chunks of any size. A chunk is not looked at again once the next was asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The format that the user says it has; without it, the content decides. */
  readonly forced?: ReportFormat | undefined;
}

/**
 * Reads one report as a stream. The format is recognised by the content alone.
 *
 * @throws Failure `report`, naming the file and, where there is one, the byte: empty, truncated, unreadable, unknown, of another
 * format than the forced one, in an unknown encoding, or beyond a limit of `limits.ts`.
 */
export async function readReport({ path, bytes, forced }: ReportToRead): Promise<ReportFacts> {
  const stream = new DecodedStream(new Recogniser((syntax) => parserOf(syntax, forced)));
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > MAX_STREAMED_BYTES) throw new Unreadable(`it is larger than ${MAX_STREAMED_BYTES} bytes`);
      stream.write(chunk);
    }
    return stream.end({ file: path, bytes: size });
  } catch (error) {
    throw named(path, error);
  }
}

/** The failure for what a parser found, and for a stream that broke. */
export function named(path: string, error: unknown): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof Unreadable) {
    const place = error.offset === undefined ? '' : ` (byte ${error.offset})`;
    return new Failure('report', `${path} cannot be used as a report: ${error.message}${place}.`, { cause: error });
  }
  if (isNativeError(error) && 'code' in error) {
    return new Failure('report', `${path} cannot be read: ${error.message}.`, { cause: error });
  }
  return error;
}

function parserOf(syntax: Syntax, forced: ReportFormat | undefined): ReportParser {
  switch (syntax) {
    case 'xml':
      return new XmlReport({ formats: [JUNIT, COBERTURA, JACOCO], forced });
    case 'json':
      return new JsonDocument({ formats: [ISTANBUL, ISTANBUL_SUMMARY, COVERAGE_PY, ...FINDING_FORMATS], forced });
    case 'lcov':
    case 'go':
      if (forced !== undefined && forced !== syntax)
        throw new Unreadable(`it is given as ${forced}, and it is ${syntax}`, 0);
      return syntax === 'lcov' ? new LcovReport() : new GoProfile();
  }
}

/**
 * The corpus: services in every state that has fooled some tool, looked at by the whole engine. None may pass but those that are well, and each
 * has its own failure code.
 */
import { describe, expect, test } from '@jest/globals';
import { ANSWERS } from './corpus/answers.ts';
import { type Case, runCase, verdictOf } from './corpus/case.ts';
import { DOWN } from './corpus/down.ts';
import { HEALTHY } from './corpus/healthy.ts';
import { MONITORING } from './corpus/monitoring.ts';
import { NAMES } from './corpus/names.ts';
import { NO_EVIDENCE } from './corpus/no-evidence.ts';
import { RATES } from './corpus/rates.ts';
import { REDIRECTS } from './corpus/redirects.ts';
import { SERVERS } from './corpus/servers.ts';
import { TLS } from './corpus/tls.ts';
import { VERSIONS } from './corpus/versions.ts';

const BAD = {
  down: DOWN,
  answers: ANSWERS,
  versions: VERSIONS,
  redirects: REDIRECTS,
  rates: RATES,
  tls: TLS,
  names: NAMES,
  servers: SERVERS,
  monitoring: MONITORING,
  'no evidence': NO_EVIDENCE,
} satisfies Readonly<Record<string, readonly Case[]>>;

/** As one text, so that a case that ends in another way shows what it said. */
function endOf({ expected, says = /./ }: Case): RegExp {
  return new RegExp(`^${verdictOf(expected)} \\(${expected}\\): [^]*${says.source}`);
}

/** Most of the time is spent waiting, and several cases can do that together. */
function testEach(cases: readonly Case[], titleOf: (one: Case) => string): void {
  for (const one of cases) {
    test.concurrent(titleOf(one), async () => {
      const { verdict, code, said } = await runCase(one);
      expect(`${verdict} (${code}): ${said}`).toMatch(endOf(one));
    });
  }
}

describe('never taken for well', () => {
  for (const [group, cases] of Object.entries(BAD)) {
    testEach(cases, ({ name, expected }) => `${group}: ${name} (${expected})`);
  }
});

describe('taken for well', () => {
  testEach(HEALTHY, ({ name }) => name);
});

test('the corpus has as many cases as were promised', () => {
  expect(Object.values(BAD).flat().length).toBeGreaterThanOrEqual(70);
  expect(HEALTHY.length).toBeGreaterThanOrEqual(20);
});

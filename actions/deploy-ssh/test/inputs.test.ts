import { describe, expect, test } from '@jest/globals';
import { readInputs as readAll } from '@plimsoll/action-kit';
import { readInputs } from '../src/inputs.ts';

/** What is said of these inputs; that others are missing is said, too. */
function refusal(inputs: Readonly<Record<string, string>>): string {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  try {
    readAll(readInputs, { env, mask: () => {} });
    return '';
  } catch (thrown) {
    return String(thrown);
  }
}

describe('the inputs of deploy-ssh', () => {
  test.each([
    [
      { services: 'web.service, worker.service' },
      "systemd unit, such as 'app.service' or 'user:app.service'; write one per line",
    ],
    [{ exclude: 'node_modules, .env' }, "exclude: 'node_modules, .env' looks like several patterns"],
    [{ include: '*a'.repeat(25) }, 'has 25 wildcards (*), and searching takes too long with more than 16'],
  ])('%j are refused', (inputs, words) => {
    expect(refusal(inputs)).toContain(words);
  });

  test('with stars that people write are not', () => {
    expect(refusal({ include: 'packages/*/src/**/*-*.{ts,tsx}\n{**/*.a,**/*.b,**/*.c,**/*.d}' })).not.toContain(
      'include:',
    );
  });
});

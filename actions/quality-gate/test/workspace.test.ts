import { expect, test } from '@jest/globals';
import { readInputs as readAll } from '@plimsoll/action-kit';
import { readInputs } from '../src/inputs.ts';
import { qualityGate } from '../src/main.ts';

test('a workspace that is not there is the fault of the workflow, and named', async () => {
  const unused = (): never => {
    throw new Error('Nothing is to be asked for yet.');
  };
  const log = { info: unused, notice: unused, warning: unused, error: unused, debug: unused, secret: unused };
  const context = {
    action: 'quality-gate',
    log: { ...log, remote: unused, group: unused },
    signal: new AbortController().signal,
    now: unused,
    env: { GITHUB_WORKSPACE: '/nowhere/at/all' },
    temporaryFolder: '/nowhere',
    saveState: unused,
    state: unused,
  };
  const inputs = readAll(readInputs, { env: { INPUT_JUNIT: 'a.xml' }, mask: () => {} });
  await expect(qualityGate.main(inputs, context)).rejects.toMatchObject({
    code: 'input',
    message:
      "GITHUB_WORKSPACE is '/nowhere/at/all', and that folder cannot be found on this runner. Put actions/checkout before this step.",
  });
});

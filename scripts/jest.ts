/**
 * `node scripts/jest.ts [--short] …`: jest with the flags that ES modules need; everything else goes to jest as it is.
 * `--short` asks long tests for fewer rounds.
 */
import { inRepository } from './house/repository.ts';
import { run } from './house/run.ts';

const given = process.argv.slice(2);
if (given.includes('--short')) process.env['PLIMSOLL_FAULTS'] = 'short';

process.exitCode = run(process.execPath, [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  inRepository('node_modules/jest/bin/jest.js'),
  ...given.filter((argument) => argument !== '--short'),
]);

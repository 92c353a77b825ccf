/**
 * `npm run docs`: writes the generated tables into README.md, actions/<name>/README.md and
 * docs/failure-codes.md. `npm run check:docs`: says which page is not up to date.
 */
import { writeFileSync } from 'node:fs';
import { checksSchema, checkTables } from '@plimsoll/verification';
import { readMetadata } from './house/metadata.ts';
import { actionNames, inRepository, readOurs } from './house/repository.ts';
import { actionsTable, failureCodesTable, inputsTable, outputsTable, withGenerated } from './house/tables.ts';

interface Page {
  readonly path: string;
  /** The page as it should be, given what it is. */
  readonly generate: (text: string) => string;
}

const FAILURE_CODES_PAGE: Page = {
  path: 'docs/failure-codes.md',
  generate: (text) => withGenerated(text, 'failure-codes', failureCodesTable()),
};

const FRONT_PAGE: Page = {
  path: 'README.md',
  generate: (text) => {
    const actions = new Map(actionNames().map((name) => [name, readMetadata(name)]));
    return withGenerated(text, 'actions', actionsTable(actions));
  },
};

/** The format of a file of checks is one table in the code; page and schema are made from it. */
const CHECKS_PAGE: Page = {
  path: 'docs/checks.md',
  generate: (text) => [...checkTables()].reduce((page, [name, table]) => withGenerated(page, name, table), text),
};

const CHECKS_SCHEMA: Page = {
  path: 'actions/verify-deployment/checks.schema.json',
  generate: () => `${JSON.stringify(checksSchema(), null, 2)}\n`,
};

function actionPage(action: string): Page {
  return {
    path: `actions/${action}/README.md`,
    generate: (text) => {
      const { inputs, outputs } = readMetadata(action);
      const withInputs = withGenerated(text, 'inputs', inputsTable(inputs));
      return withGenerated(withInputs, 'outputs', outputsTable(outputs));
    },
  };
}

/** Brings one page up to date, or only looks. @returns what is wrong with it, if anything */
function problemWith({ path, generate }: Page): string | undefined {
  try {
    const { text } = readOurs(path);
    const wanted = generate(text);
    if (wanted === text) return undefined;
    if (onlyLook) return `${path} is out of date. Run: npm run docs`;
    writeFileSync(inRepository(path), wanted);
    return undefined;
  } catch (error) {
    return `${path}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const onlyLook = process.argv.includes('--check');
const problems = [FRONT_PAGE, FAILURE_CODES_PAGE, CHECKS_PAGE, CHECKS_SCHEMA, ...actionNames().map(actionPage)].map(
  problemWith,
);
for (const problem of problems.filter((found) => found !== undefined)) {
  console.error(problem);
  process.exitCode = 1;
}

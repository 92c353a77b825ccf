/** Workflows as teams write them, with ours behind a few lines. */

/** The text of a caller. @param inputs one line of YAML each */
export function callerOf(workflow: string, on: string, inputs: readonly string[]): string {
  return [
    `name: ${workflow}`,
    `on: ${on}`,
    'permissions: { contents: read, actions: read, deployments: read, pull-requests: write }',
    'jobs:',
    '  call:',
    `    uses: plimsoll-dev/plimsoll/.github/workflows/${workflow}.yml@v1`,
    ...(inputs.length === 0 ? [] : ['    with:', ...inputs.map((line) => `      ${line}`)]),
    '    secrets: inherit',
    '',
  ].join('\n');
}

/** Inputs of a deployment that has everything that can be had without a person. */
export function gateInputs(healthUrl: string): readonly string[] {
  return [
    'source: site',
    'commands: |',
    '  lint: test -f site/index.html',
    '  tests: grep -c testcase reports/junit.xml',
    'junit: reports/junit.xml',
    "min-tests: '2'",
    'coverage: reports/lcov.info',
    "min-coverage: '70'",
    `health-url: ${healthUrl}`,
    ...QUICK,
  ];
}

/** Less patience than with a service far away that has to start. */
export const QUICK: readonly string[] = [
  "startup-wait: '0s'",
  "ready-within: '3s'",
  "samples: '5'",
  'max-response-time: 2s',
];

/** Workflows as teams write them, with ours behind a few lines. */
import { readReusable } from './reusable.ts';

/** Those that a run of a test has. */
const SECRETS = ['SSH_PRIVATE_KEY', 'WEBHOOK_URLS'] as const;

/** The text of a caller. @param inputs one line of YAML each */
export function callerOf(workflow: string, on: string, inputs: readonly string[]): string {
  const declared = readReusable(`${workflow}.yml`).secrets;
  const secrets = SECRETS.filter((name) => declared.has(name)).map((name) => `      ${name}: \${{ secrets.${name} }}`);
  return [
    `name: ${workflow}`,
    `on: ${on}`,
    'permissions: { contents: read, actions: read, deployments: read, pull-requests: write }',
    'jobs:',
    '  call:',
    `    uses: plimsoll-dev/plimsoll/.github/workflows/${workflow}.yml@v1`,
    ...(inputs.length === 0 ? [] : ['    with:', ...inputs.map((line) => `      ${line}`)]),
    ...(secrets.length === 0 ? [] : ['    secrets:', ...secrets]),
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

/** A team's workflow for production, with a gate that asks for everything that can be had without a person. */
export function production(
  { site }: { readonly site: { readonly healthUrl: string } },
  ...inputs: readonly string[]
): Readonly<Record<string, string>> {
  const on = '{ push: { branches: [main], tags: ["v*.*.*"] }, workflow_dispatch: }';
  const text = callerOf('deploy-production', on, [...gateInputs(site.healthUrl), ...inputs]);
  return { '.github/workflows/production.yml': text };
}

/** The same workflow with a job behind it, which writes down what ours hands on: `handedOn` reads it. */
export function withFollower(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const follower = (caller: string): string => `  follower:
    needs: ${/^ {2}([\w-]+):\n {4}uses:/mu.exec(caller)?.[1]}
    if: always()
    runs-on: ubuntu-latest
    steps:
      - run: echo "handed on $OUTPUTS" | tr '\\n' ' ' >>"$GITHUB_STEP_SUMMARY"
        env: { OUTPUTS: "\${{ toJSON(needs) }}" }
`;
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text + follower(text)]));
}

/** A run of that workflow by a push to main. */
export const ON_MAIN = { workflow: 'production.yml', event: 'push', payload: { ref: 'refs/heads/main' } } as const;

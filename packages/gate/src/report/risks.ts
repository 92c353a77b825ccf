import { counted } from '@plimsoll/figures';
import type { Comparison } from '@plimsoll/github';
import { checkoutText } from '@plimsoll/policy';
import type { GateReport } from '../gate.ts';
import { isElsewhere } from './workspace.ts';

/** What somebody who approves should have looked at, by the paths that are changed. */
const SENSITIVE: readonly { readonly what: string; readonly paths: RegExp }[] = [
  { what: 'workflows', paths: /^\.github\/(?:workflows|actions)\//u },
  { what: 'database migrations', paths: /(?:^|\/)migrations?\/|\.sql$/iu },
  {
    what: 'dependencies',
    paths:
      /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|requirements[^/]*\.txt|poetry\.lock|uv\.lock|go\.sum|Cargo\.lock|Gemfile\.lock|composer\.lock|pom\.xml|build\.gradle(?:\.kts)?)$/u,
  },
  { what: 'containers and infrastructure', paths: /(?:^|\/)(?:Dockerfile|docker-compose[^/]*\.ya?ml)$|\.tf$/u },
];

/** Commits and files from which on a deployment is called large. */
const LARGE = { commits: 30, files: 100 } as const;

/** What is not wrong and yet worth a look before one approves. One sentence each. */
export function risksOf(report: GateReport): readonly string[] {
  const { changes } = report.github;
  const comparison = changes.kind === 'known' ? changes.facts?.comparison : undefined;
  return [...(comparison === undefined ? [] : changeRisks(comparison)), ...liveRisks(report), ...ruleRisks(report)];
}

function changeRisks({ status, behindBy, files, filesComplete, aheadBy }: Comparison): readonly string[] {
  const touched = SENSITIVE.flatMap(({ what, paths }) => {
    const count = files.filter(({ path }) => paths.test(path)).length;
    return count === 0 ? [] : [`changes ${what} (${counted(count, 'file')})`];
  });
  const isLarge = aheadBy >= LARGE.commits || files.length >= LARGE.files;
  return [
    ...(status === 'behind' ? [`goes back by ${counted(behindBy, 'commit')}`] : []),
    ...(status === 'diverged' ? [`takes away ${counted(behindBy, 'commit')} that are live`] : []),
    ...(status === 'identical' ? ['changes nothing: this commit is live already'] : []),
    ...(isLarge ? [`is large: ${counted(aheadBy, 'commit')}, ${counted(files.length, 'file')}`] : []),
    ...(filesComplete ? [] : ['changes more files than GitHub lists']),
    ...touched,
  ];
}

function liveRisks({ github: { live } }: GateReport): readonly string[] {
  return live.kind === 'known' && live.facts === undefined ? ['has no way back: nothing was live before'] : [];
}

/** What rules let through and said something about. */
function ruleRisks({ decision, tests, findings, olderReports, reports, checkout }: GateReport): readonly string[] {
  const skipped = tests?.counts.skipped ?? 0;
  return [
    ...decision.rulings.flatMap(({ verdict, detail }) => (verdict === 'pass' && detail !== '' ? [detail] : [])),
    ...(olderReports.length === 0 ? [] : [`${counted(olderReports.length, 'report')} older than the commands`]),
    ...(reports.tests.copies.length === 0
      ? []
      : [`${counted(reports.tests.copies.length, 'report')} of tests that are only copies`]),
    ...(isElsewhere(checkout) ? [`another commit is checked out: ${checkoutText(checkout)}`] : []),
    ...(skipped === 0 ? [] : [`${counted(skipped, 'test')} skipped`]),
    ...(findings === undefined || findings.allowed.length === 0
      ? []
      : [`${counted(findings.allowed.length, 'finding')} allowed by name`]),
  ];
}

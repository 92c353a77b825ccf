import { type Cell, code, escapeMarkdown, markdownTable } from '@plimsoll/action-kit';
import { counted } from '@plimsoll/figures';
import type { Comparison, Deployment } from '@plimsoll/github';
import type { GateReport } from '../gate.ts';
import { risksOf } from './risks.ts';
import { cut, firstOf, folded, listOf, paragraphs } from './wording.ts';

const LISTED = 30;
const LONGEST = 120;

/** What is about to be deployed, for those who are asked to approve it. Empty where no environment was named. */
export function planPart(report: GateReport): string {
  const { environment } = report.request;
  if (environment === '') return '';
  const risks = risksOf(report);
  return paragraphs([
    `#### Deployment plan for ${code(environment)}`,
    markdownTable(['', ''], planRows(report)),
    risks.length === 0 ? '' : `Risks:\n\n${listOf(risks.map((risk) => escapeMarkdown(cut(risk, 300))))}`,
    ...changeParts(report),
  ]);
}

function planRows({ request, github, decision }: GateReport): readonly (readonly Cell[])[] {
  const { run, live, changes } = github;
  const broken = decision.rulings.filter(({ verdict }) => verdict === 'fail').length;
  const rules = counted(decision.rulings.length, 'rule');
  return [
    ['version', request.version === '' ? 'not given' : request.version],
    ['commit', run.kind === 'known' ? { code: run.facts.commit } : `not known: ${run.why}`],
    ['started by', run.kind === 'known' ? `@${run.facts.actor.login}` : 'not known'],
    ['gate', broken === 0 ? `${rules}, all met` : `${rules}, ${broken} broken`],
    [
      'approved by',
      decision.approvers.length === 0 ? 'nobody so far' : decision.approvers.map((who) => `@${who}`).join(', '),
    ],
    ['live now', live.kind === 'known' ? liveText(live.facts) : `not known: ${live.why}`],
    ['brings', changes.kind === 'known' ? broughtText(changes.facts?.comparison) : `not known: ${changes.why}`],
    ['way back', live.kind === 'known' ? wayBack(live.facts) : 'not known'],
  ];
}

function liveText(live: Deployment | undefined): string {
  if (live === undefined) return 'nothing';
  return `${nameOf(live)}, since ${live.stateSince}`;
}

/** The version where the ref tells it, and the commit. */
function nameOf({ ref, sha }: Deployment): string {
  return ref === undefined || sha.startsWith(ref) ? sha.slice(0, 12) : `${cut(ref, LONGEST)} (${sha.slice(0, 12)})`;
}

function broughtText(comparison: Comparison | undefined): string {
  if (comparison === undefined) return 'everything: there is nothing to compare with';
  const { aheadBy, files, filesComplete } = comparison;
  const lines = files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
  const changed = filesComplete ? counted(files.length, 'file') : `${files.length} files or more`;
  return `${counted(aheadBy, 'commit')}, ${changed}, ${counted(lines, 'changed line')}`;
}

function wayBack(live: Deployment | undefined): string {
  return live === undefined ? 'none: nothing was live before' : `${nameOf(live)}, what is live now`;
}

function changeParts({ github: { changes } }: GateReport): readonly string[] {
  if (changes.kind === 'unknown' || changes.facts === undefined) return [];
  const { commits, files, aheadBy } = changes.facts.comparison;
  const newestFirst = commits.toReversed();
  const shown = newestFirst.slice(0, LISTED).map(({ sha, subject, author, authorName }) => {
    const who = author === undefined ? authorName : `@${author.login}`;
    return `${code(sha.slice(0, 7))} ${escapeMarkdown(cut(subject, LONGEST))} (${escapeMarkdown(cut(who, LONGEST))})`;
  });
  const rest = aheadBy > shown.length ? [`and ${counted(aheadBy - shown.length, 'earlier commit')}`] : [];
  const rows = files.map(({ path, status, additions, deletions }): readonly Cell[] => [
    { code: cut(path, LONGEST) },
    status,
    `+${additions} −${deletions}`,
  ]);
  const listed = firstOf<readonly Cell[]>(rows, LISTED, (count) => [`and ${count} more`]);
  return [
    commits.length === 0 ? '' : folded(counted(aheadBy, 'commit'), listOf([...shown, ...rest])),
    files.length === 0
      ? ''
      : folded(counted(files.length, 'changed file'), markdownTable(['file', '', 'lines'], listed)),
  ];
}

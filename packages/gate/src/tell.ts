import type { Log } from '@plimsoll/action-kit';
import type { GateReport } from './gate.ts';
import type { GatePorts } from './ports.ts';
import { annotationsOf, leftText } from './report/annotations.ts';
import { copiesText, olderText, timeText } from './report/outcome.ts';
import { annotationCommand } from './report/workflow-command.ts';
import { isElsewhere, workspaceText } from './report/workspace.ts';

/** Says in the log what was found: every rule, everything that is missing, and marks for failed tests and findings. */
export function tellReport(report: GateReport, ports: Pick<GatePorts, 'log' | 'command' | 'root'>): void {
  const { log } = ports;
  tellRules(report, log);
  for (const { why } of report.gaps) log.info(`missing: ${why}`);
  tellWorkspace(report, log);
  const older = olderText(report, ports.root);
  if (older !== '') log.info(older);
  const copies = copiesText(report, ports.root);
  if (copies !== '') log.info(copies);
  const annotations = annotationsOf(report, ports.root);
  for (const mark of annotations.marks) ports.command(annotationCommand(mark));
  const left = leftText(annotations);
  if (left !== '') log.info(left);
  const { targetTimeMs } = report.request;
  if (targetTimeMs !== undefined && report.durationMs > targetTimeMs) log.warning(timeText(report));
}

/** Where a rule is broken for it, that is said already. */
function tellWorkspace({ checkout, decision }: GateReport, log: Log): void {
  const isTold = !isElsewhere(checkout) || decision.rulings.some(({ rule }) => rule === 'checkout');
  if (isTold) log.info(workspaceText(checkout));
  else log.warning(`${workspaceText(checkout)} Whatever was made of it is of that commit, not of the run's.`);
}

function tellRules({ decision }: GateReport, log: Log): void {
  for (const { verdict, rule, seen, wanted, detail } of decision.rulings) {
    const more = detail === '' ? '' : `; ${detail}`;
    log.info(`${verdict === 'pass' ? 'met   ' : 'BROKEN'} ${rule}: ${seen}, wanted ${wanted}${more}`);
  }
}

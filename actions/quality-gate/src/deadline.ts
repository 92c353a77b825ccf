import { durationForm, type InputReader } from '@plimsoll/action-kit';
import { formatDuration } from '@plimsoll/figures';
import { Failure } from '@plimsoll/outcome';

/** One line of `before-confirm`. */
export interface Stage {
  readonly name: string;
  /** The longest it may take. */
  readonly ms: number;
}

export interface DeadlineInputs {
  readonly confirmWithinMs: number | undefined;
  readonly beforeConfirm: readonly Stage[];
}

const DURATION = durationForm();

/** Reads `monitor: 15m`. @throws Failure('input') */
export function parseStage(line: string): Stage {
  const [, name = '', text = ''] = /^([^:]+):\s*(.*)$/u.exec(line) ?? [];
  const ms = DURATION.parse(text);
  if (ms === undefined)
    throw new Failure('input', `'${line.slice(0, 80)}' is not 'name: duration', with ${DURATION.expected}`);
  return { name: name.trim(), ms };
}

/** A server that goes back while a good release is still being looked at would be right, and of no use to anybody. */
export function checkDeadline(read: InputReader, { confirmWithinMs, beforeConfirm }: DeadlineInputs): void {
  if (!read.sound('confirm-within', 'before-confirm')) return;
  if (confirmWithinMs === undefined) {
    if (beforeConfirm.length > 0) read.problem('confirm-within', "is missing: 'before-confirm' has to fit into it");
    return;
  }
  const neededMs = beforeConfirm.reduce((sum, { ms }) => sum + ms, 0);
  if (confirmWithinMs > neededMs) return;
  const stages = beforeConfirm
    .filter(({ ms }) => ms > 0)
    .map(({ name, ms }) => `${name} (${formatDuration(ms)})`)
    .join(', ');
  read.problem(
    'confirm-within',
    `of ${formatDuration(confirmWithinMs)} is over before the release can be confirmed, and its server would take it back: ${stages} may take ${formatDuration(neededMs)}. Give a longer one, or less to wait for`,
  );
}

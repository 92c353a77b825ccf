import { setTimeout as pause } from 'node:timers/promises';
import type { ActionRun, RunningAction } from '@plimsoll/testkit';
import { paint, type Screen } from './screen.ts';

const POLL_MS = 50;

/** Shows the log of a running action line by line, as a runner would, until it has ended. `status` is what a terminal shows below. */
export async function follow(running: RunningAction, screen: Screen, status: () => string): Promise<ActionRun> {
  let shown = 0;
  for (;;) {
    const end = await Promise.race([running.ended, pause(POLL_MS)]);
    shown = showNew(end === undefined ? running.output() : `${running.output()}\n`, shown, screen);
    if (end !== undefined) return end;
    screen.status(`  ${status()}`);
  }
}

/** Shows the whole lines that came since. Returns how much of the output is shown by now. */
function showNew(output: string, shown: number, screen: Screen): number {
  const end = output.lastIndexOf('\n') + 1;
  if (end <= shown) return shown;
  for (const line of output.slice(shown, end - 1).split('\n')) showLine(line.trimEnd(), screen);
  return end;
}

const COMMAND = /^::(?<name>[a-z-]+)(?<properties> [^:]*)?::(?<text>.*)$/;

/** Workflow commands are shown as a runner shows them: annotations in words, the others not at all. */
function showLine(line: string, screen: Screen): void {
  const { name, text = '' } = COMMAND.exec(line)?.groups ?? {};
  const bar = paint('dim', '|');
  if (name === undefined) {
    if (line !== '') screen.line(`  ${bar} ${line}`);
  } else if (name === 'error') {
    for (const part of textOf(text)) screen.line(`  ${bar} ${paint('red', part)}`);
  } else if (name === 'warning' || name === 'notice') {
    for (const part of textOf(text)) screen.line(`  ${bar} ${paint('yellow', part)}`);
  }
}

function textOf(text: string): string[] {
  return text.replaceAll('%0D', '').replaceAll('%0A', '\n').replaceAll('%25', '%').split('\n');
}

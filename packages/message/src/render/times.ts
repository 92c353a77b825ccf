import { formatDuration } from '@plimsoll/figures';
import { subjectOf } from '../stages/stage-title.ts';
import { missedTarget, targetOf } from '../stages/targets.ts';
import type { Story } from '../story.ts';

/** How long each stage took and what it is measured against, as a Markdown table; empty without a stage. All words are ours. */
export function renderTimes({ stages, durationMs }: Pick<Story, 'stages' | 'durationMs'>): string {
  if (stages.length === 0) return '';
  const rows = stages.map((stage) => {
    const target = targetOf(stage);
    const aim = target === undefined ? '' : formatDuration(target.atMostMs);
    const took = formatDuration(stage.durationMs);
    return `| ${subjectOf(stage)} | ${took} | ${aim}${missedTarget(stage) === undefined ? '' : ', missed'} |`;
  });
  const all = durationMs === undefined ? [] : [`| **All, with waiting** | ${formatDuration(durationMs)} | |`];
  return ['| Stage | Took | Target |', '|---|---|---|', ...rows, ...all].join('\n');
}

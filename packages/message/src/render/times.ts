import { subjectOf } from '../stages/stage-title.ts';
import { missedTarget, targetOf } from '../stages/targets.ts';
import type { Story } from '../story.ts';
import { durationText } from '../text/figures.ts';

/** How long each stage took and what it is measured against, as a Markdown table; empty without a stage. All words are ours. */
export function renderTimes({ stages, durationMs }: Pick<Story, 'stages' | 'durationMs'>): string {
  if (stages.length === 0) return '';
  const rows = stages.map((stage) => {
    const target = targetOf(stage);
    const aim = target === undefined ? '' : durationText(target.atMostMs);
    const took = durationText(stage.durationMs);
    return `| ${subjectOf(stage)} | ${took} | ${aim}${missedTarget(stage) === undefined ? '' : ', missed'} |`;
  });
  const all = durationMs === undefined ? [] : [`| **All, with waiting** | ${durationText(durationMs)} | |`];
  return ['| Stage | Took | Target |', '|---|---|---|', ...rows, ...all].join('\n');
}

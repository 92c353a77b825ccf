import { randomUUID } from 'node:crypto';
import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import { type CommentText, speak } from '@plimsoll/comments';
import { type GitHub, openGitHub } from '@plimsoll/github';
import {
  closedMarkdown,
  type Place,
  placeOf,
  readNeeds,
  readSteps,
  renderMarkdown,
  type Story,
  tellStory,
} from '@plimsoll/message';
import { readBody } from './body-file.ts';
import { type PrCommentInputs, readInputs } from './inputs.ts';
import { report } from './report.ts';

/** Tells the story of a run in one comment on its pull request. */
export const prComment: ActionDefinition<PrCommentInputs> = {
  name: 'pr-comment',
  outputs: ['number', 'comment-id', 'comment-url', 'found'],
  inputs: readInputs,
  main: run,
};

/** A story of more characters than this is nobody's to read; the job summaries of its steps have the rest. */
const LONGEST_STORY = 60_000;

async function run(inputs: PrCommentInputs, context: ActionContext): Promise<Outcome> {
  const body = readBody(inputs);
  const { env, signal, log } = context;
  const github = await openGitHub({ token: inputs.token, env, signal, log });
  const story = tell(inputs, placeOf(env, inputs.sha || github.run.commit));
  if (hasStory(inputs)) for (const note of story.notes) log.warning(note);
  const text = textOf({ inputs, github, story, body, at: context.now().toISOString() });
  const { number, sha, mode } = inputs;
  const spoken = await speak({ port: github, wish: { number, sha }, mode, text });
  return report({ spoken, markdown: text.markdown, isRequired: inputs.required, log });
}

function tell({ steps, needs }: PrCommentInputs, place: Place): Story {
  return tellStory({
    event: '',
    title: '',
    text: '',
    fields: [],
    steps: readSteps(steps),
    needs: readNeeds(needs),
    place,
  });
}

function hasStory({ steps, needs }: PrCommentInputs): boolean {
  return steps !== '' || needs !== '';
}

interface Saying {
  readonly inputs: PrCommentInputs;
  readonly github: GitHub;
  readonly story: Story;
  readonly body: string;
  readonly at: string;
}

function textOf({ inputs, github, story, body, at }: Saying): CommentText {
  const { runId, runAttempt } = github.run;
  const told = hasStory(inputs) ? renderMarkdown(story, LONGEST_STORY).payload : '';
  return {
    id: inputs.id,
    nonce: randomUUID(),
    entry: {
      run: runId,
      attempt: runAttempt,
      at,
      tone: story.tone,
      title: hasStory(inputs) ? story.title : `Run ${story.place.run}`,
      commit: story.place.commit.slice(0, 7),
    },
    markdown: told === '' ? body : [closedMarkdown(body), told].filter((part) => part !== '').join('\n\n'),
  };
}

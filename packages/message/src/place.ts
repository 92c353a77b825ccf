import type { Place } from './story.ts';
import { cleanLine } from './text/clean.ts';

const LONGEST_NAME = 255;

/**
 * Where this run happens, from the variables that the runner sets (GITHUB_REPOSITORY, GITHUB_RUN_ID …). Addresses are only
 * made from what has the shape of a server, a repository, a number and a commit; else they stay empty.
 *
 * @param commit the commit the story is about, where it is not that of the run
 */
export function placeOf(env: Readonly<Record<string, string | undefined>>, commit = ''): Place {
  const name = (variable: string): string => cleanLine((env[variable] ?? '').slice(0, LONGEST_NAME));
  const repository = matching(env['GITHUB_REPOSITORY'], /^[\w.-]{1,100}\/[\w.-]{1,100}$/u);
  const sha = matching(commit || env['GITHUB_SHA'], /^[0-9a-f]{7,64}$/u);
  const id = matching(env['GITHUB_RUN_ID'], /^\d{1,20}$/u);
  const base = baseOf(env['GITHUB_SERVER_URL'], repository);
  return {
    repository,
    workflow: name('GITHUB_WORKFLOW'),
    ref: name('GITHUB_REF_NAME'),
    actor: name('GITHUB_TRIGGERING_ACTOR') || name('GITHUB_ACTOR'),
    commit: sha,
    commitUrl: base === '' || sha === '' ? '' : `${base}/commit/${sha}`,
    run: runName(env),
    runUrl: base === '' || id === '' ? '' : `${base}/actions/runs/${id}${attemptPath(env)}`,
  };
}

function matching(text: string | undefined, pattern: RegExp): string {
  return text !== undefined && pattern.test(text) ? text : '';
}

function baseOf(server: string | undefined, repository: string): string {
  const origin = matching(server, /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/u);
  return origin === '' || repository === '' ? '' : `${origin}/${repository}`;
}

function attemptOf(env: Readonly<Record<string, string | undefined>>): string {
  const attempt = matching(env['GITHUB_RUN_ATTEMPT'], /^\d{1,9}$/u);
  return attempt === '1' ? '' : attempt;
}

function attemptPath(env: Readonly<Record<string, string | undefined>>): string {
  const attempt = attemptOf(env);
  return attempt === '' ? '' : `/attempts/${attempt}`;
}

function runName(env: Readonly<Record<string, string | undefined>>): string {
  const number = matching(env['GITHUB_RUN_NUMBER'], /^\d{1,9}$/u);
  const attempt = attemptOf(env);
  if (number === '') return '';
  return attempt === '' ? `#${number}` : `#${number}, attempt ${attempt}`;
}

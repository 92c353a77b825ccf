import { tmpdir } from 'node:os';
import { isAbsolute } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ActionContext } from '../src/action.ts';
import { createContext } from '../src/context.ts';
import { createLog } from '../src/log.ts';
import { recordingRunner } from './support/recording-runner.ts';

function contextWith(env: Readonly<Record<string, string>>): ActionContext {
  const runner = recordingRunner({ getState: (name) => `saved ${name}` });
  return createContext({ action: 'x', env, log: createLog(runner), runner, signal: new AbortController().signal });
}

describe('the context of an action', () => {
  it('holds the environment without the inputs', () => {
    const { env } = contextWith({ GITHUB_SHA: '1111111', 'INPUT_PRIVATE-KEY': 'hunter2' });
    expect(env).toEqual({ GITHUB_SHA: '1111111' });
  });

  it('names the temporary folder of the runner, or that of the system where there is none', () => {
    expect(contextWith({ RUNNER_TEMP: '/runner/temp' }).temporaryFolder).toBe('/runner/temp');
    expect(contextWith({}).temporaryFolder).toBe(tmpdir());
    expect(contextWith({ RUNNER_TEMP: '' }).temporaryFolder).toBe(tmpdir());
    expect(isAbsolute(contextWith({ RUNNER_TEMP: 'relative' }).temporaryFolder)).toBe(true);
  });

  it('returns what the main step saved', () => {
    expect(contextWith({}).state('lease')).toBe('saved lease');
  });
});

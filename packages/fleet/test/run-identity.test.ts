import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { identifyRun } from '../src/index.ts';
import { ledgerEntry } from '../src/run-identity.ts';

const SHA = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const GITHUB = {
  GITHUB_ACTOR: 'starter',
  GITHUB_TRIGGERING_ACTOR: 'octocat',
  GITHUB_REPOSITORY: 'octo/repo',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_RUN_ID: '77',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: SHA,
};

describe('a run', () => {
  test('on GitHub is named by its variables', () => {
    const identity = identifyRun('deploy-ssh', GITHUB);
    expect(identity).toEqual({
      owner: expect.stringMatching(/^octo\/repo\/77\/2\/deploy-ssh\/[0-9a-f]{16}$/),
      who: 'deploy-ssh by octocat, https://github.com/octo/repo/actions/runs/77',
      actor: 'octocat',
      commit: SHA,
      runUrl: 'https://github.com/octo/repo/actions/runs/77',
    });
    expect(ledgerEntry(identity, { version: 'v1' })).toEqual({
      by: 'octocat',
      commit: SHA,
      run: identity.runUrl,
      version: 'v1',
    });
  });

  test('elsewhere is named by its user, and has no link', () => {
    expect(identifyRun('rollback', { USER: 'me' })).toEqual({
      owner: expect.stringMatching(/^local\/0\/1\/rollback\/[0-9a-f]{16}$/),
      who: 'rollback by me',
      actor: 'me',
      commit: '',
      runUrl: '',
    });
    expect(identifyRun('rollback', {}).actor).toBe('unknown');
  });

  test('is never the same owner twice, not even in one attempt', () => {
    const owners = Array.from({ length: 50 }, () => identifyRun('deploy-ssh', GITHUB).owner);
    expect(new Set(owners).size).toBe(50);
  });

  test.each([SHA.toUpperCase(), SHA.slice(1), `${SHA}0`, `${SHA}\n`, '../../etc', '$(id)'])(
    'has no commit when GITHUB_SHA is %j',
    (sha) => {
      expect(identifyRun('deploy-ssh', { GITHUB_SHA: sha }).commit).toBe('');
    },
  );

  test('is one line of printable text whatever the variables hold', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nb', '\x1b[2J', '::error::x', '\0', ' ', 'x'.repeat(5000)),
    );
    const variables = fc.record(Object.fromEntries(Object.keys(GITHUB).map((name) => [name, value])));
    fc.assert(
      fc.property(variables, (env) => {
        const { owner, who, actor, runUrl, commit } = identifyRun('deploy-ssh', env);
        for (const text of [owner, who, actor, runUrl, commit]) expect(text).toMatch(/^[\x20-\x7e]{0,2000}$/);
        expect(actor).not.toBe('');
      }),
    );
  });
});

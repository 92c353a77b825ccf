import { describe, expect, test } from '@jest/globals';
import { concludeRollout, type HostEnd, type HostOutcome } from '@plimsoll/rollout';
import { reportDeployment } from '../src/deploy-report.ts';
import { reportRollback } from '../src/rollback-report.ts';
import { noTimings } from './support/parts.ts';

function outcomesOf(end: HostEnd): readonly HostOutcome[] {
  return [{ label: 'web1', end, code: 'disk', detail: 'no room' }];
}

describe('the sentence about a run that failed', () => {
  test.each([
    ['healthy', 'v1 (r2) is live on 0 hosts, but the run did not end well: disk: no room.'],
    ['pending', 'v1 (r2) is live on 0 hosts, but the run did not end well: disk: no room.'],
    ['unknown', 'It is not known whether v1 (r2) is live on 0 hosts: disk: no room.'],
    ['untouched', 'v1 was not deployed: disk: no room.'],
    ['reverted', 'v1 was not deployed: disk: no room.'],
  ] as const)('says of a deployment that ended %s what users are on', (end, sentence) => {
    const outcomes = outcomesOf(end);
    const verdict = concludeRollout(outcomes, false);
    const deployment = { release: 'r2', version: 'v1', environment: '', hosts: [], outcomes, verdict };
    const outcome = reportDeployment(deployment, 0, noTimings());
    expect([outcome.verdict, outcome.summary]).toEqual(['fail', expect.stringContaining(sentence)]);
  });

  test('says of a rollback of several hosts which one it is about', () => {
    const outcomes = [{ label: 'web1', end: 'healthy', code: '', detail: '' } as const, ...outcomesOf('reverted')];
    const named = outcomes.map((one, index) => ({ ...one, label: `web${index + 1}` }));
    const verdict = concludeRollout(named, false);
    const nothing = { servers: [], releases: [], watchdog: '', tried: [], alreadyThere: false, backup: '' };
    const outcome = reportRollback({ release: 'r1', previous: 'r2', outcomes: named, verdict, ...nothing });
    expect(outcome.summary).toContain('The rollback to r1 failed (disk): web2: no room.');
  });

  test.each([
    ['healthy', 'r1 is live, but the rollback did not end well (disk): no room.'],
    ['unknown', 'It is not known whether the rollback to r1 succeeded (disk): no room.'],
    ['reverted', 'The rollback to r1 failed (disk): no room.'],
  ] as const)('says of a rollback that ended %s what users are on', (end, sentence) => {
    const outcomes = outcomesOf(end);
    const verdict = concludeRollout(outcomes, false);
    const nothing = { servers: [], releases: [], watchdog: '', tried: [], alreadyThere: false, backup: '' };
    const outcome = reportRollback({ release: 'r1', previous: 'r2', outcomes, verdict, ...nothing });
    expect([outcome.verdict, outcome.summary]).toEqual(['fail', expect.stringContaining(sentence)]);
  });
});

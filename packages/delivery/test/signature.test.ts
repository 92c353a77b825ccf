import { createHmac, timingSafeEqual } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { messageId, readKeys } from '@plimsoll/delivery';
import { placeOf, readNeeds, readSteps, tellStory } from '@plimsoll/message';
import { signatureHeaders } from '../src/signature.ts';

/** What a receiver does, written from the text of Standard Webhooks alone. */
function isSignedBy(secret: string, headers: Readonly<Record<string, string>>, body: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  const expected = Buffer.from(createHmac('sha256', key).update(content, 'utf8').digest('base64'));
  return (headers['webhook-signature'] ?? '').split(' ').some((entry) => {
    const [version, signature = ''] = entry.split(',');
    const given = Buffer.from(signature);
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const OLD = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NEW = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const BODY = '{"title":"✅ done"}';

function signed(...secrets: readonly string[]): Readonly<Record<string, string>> {
  const keys = readKeys(secrets) ?? [];
  return signatureHeaders({ keys, id: 'msg_1', at: new Date(1_614_265_330_900), body: Buffer.from(BODY) });
}

describe('a signature', () => {
  test('is the one of the example in the specification', () => {
    const keys = readKeys([OLD]) ?? [];
    const body = Buffer.from('{"test": 2432232314}');
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    expect(signatureHeaders({ keys, id, at: new Date(1_614_265_330_000), body })).toMatchObject({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('holds with any of the keys while they change', () => {
    const headers = signed(NEW, OLD);
    expect([isSignedBy(NEW, headers, BODY), isSignedBy(OLD, headers, BODY)]).toEqual([true, true]);
    expect(isSignedBy(OLD, signed(NEW), BODY)).toBe(false);
    expect(isSignedBy(NEW, headers, `${BODY} `)).toBe(false);
    expect(isSignedBy(NEW, { ...headers, 'webhook-timestamp': '1' }, BODY)).toBe(false);
  });

  test("is also made as GitHub makes it, with the newest secret's text", () => {
    const expected = createHmac('sha256', 'a secret').update(BODY).digest('hex');
    expect(signed('a secret', OLD)['x-hub-signature-256']).toBe(`sha256=${expected}`);
  });

  test('is not made without a key; id and time are sent all the same', () => {
    expect(signed()).toEqual({ 'webhook-id': 'msg_1', 'webhook-timestamp': '1614265330' });
  });
});

test.each(['whsec_', 'whsec_not base64!', 'whsec_c2hvcnQ=', `whsec_${Buffer.alloc(65).toString('base64')}`])(
  '%s is no key',
  (line) => {
    expect(readKeys([OLD, line])).toBeUndefined();
  },
);

describe('the id of a message', () => {
  const env = {
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'deploy',
    GITHUB_ACTION: 'tell',
  };
  const say = (title: string): ReturnType<typeof tellStory> =>
    tellStory({
      event: '',
      title,
      text: '',
      fields: [],
      steps: readSteps(''),
      needs: readNeeds(''),
      place: placeOf(env),
    });

  test('stays as long as run, attempt, step and words stay', () => {
    expect(messageId(say('x'), env)).toBe(messageId(say('x'), { ...env, RUNNER_NAME: 'other' }));
    expect(messageId(say('x'), env)).toMatch(/^msg_[\w-]{32}$/u);
  });

  test.each([['GITHUB_RUN_ATTEMPT'], ['GITHUB_RUN_ID'], ['GITHUB_JOB'], ['GITHUB_ACTION'], ['GITHUB_REPOSITORY']])(
    'is another one with another %s',
    (name) => {
      expect(messageId(say('x'), { ...env, [name]: '2' })).not.toBe(messageId(say('x'), env));
    },
  );

  test('is another one with other words', () => {
    expect(messageId(say('x'), env)).not.toBe(messageId(say('y'), env));
  });
});

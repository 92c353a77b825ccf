import { expect, test } from '@jest/globals';
import { type DeliveryRequest, deliverAll, readReceivers } from '@plimsoll/delivery';
import { NOBODY, placeOf, readNeeds, readSteps, tellStory } from '@plimsoll/message';
import { answers, startFaultyService } from '@plimsoll/testkit';

const STORY = tellStory({
  event: 'started',
  title: '',
  text: '',
  fields: [],
  steps: readSteps(''),
  needs: readNeeds(''),
  place: placeOf({}),
});

function requestFor(urls: readonly string[], random: () => number): DeliveryRequest {
  return {
    receivers: readReceivers(urls),
    story: STORY,
    mentions: NOBODY,
    template: undefined,
    headers: {},
    keys: [],
    id: 'msg_1',
    budget: { timeoutMs: 15_000, totalMs: 60_000 },
    env: {},
    ports: {
      tick: () => performance.now(),
      now: () => new Date(),
      sleep: () => Promise.resolve(),
      random,
      signal: new AbortController().signal,
    },
  };
}

test('a fault of our own at one receiver costs no other its message, and is told without its words', async () => {
  await using service = await startFaultyService({
    answers: { '/well': answers.reply(), '/500': answers.reply({ status: 500 }) },
  });
  const broken = (): number => {
    throw new Error('a secret');
  };
  const deliveries = await deliverAll(requestFor([`${service.url}/500`, `${service.url}/well`], broken));
  expect(deliveries).toMatchObject([
    { receiver: 'generic-1', delivered: false, reason: 'internal' },
    { receiver: 'generic-2', delivered: true, reason: '' },
  ]);
  expect(JSON.stringify(deliveries)).not.toContain('secret');
});

test('every attempt has a signature of its own time, and the same id', async () => {
  await using service = await startFaultyService({
    answers: { '*': answers.inTurn(answers.reply({ status: 503 }), answers.reply()) },
  });
  const request = requestFor([service.url], () => 0);
  const times = [1_000_000, 2_000_000, 3_000_000, 4_000_000];
  const now = (): Date => new Date(times.shift() ?? 0);
  await deliverAll({ ...request, ports: { ...request.ports, now } });
  const [first, second] = service.requests.map(({ headers }) => headers);
  expect(second?.['webhook-id']).toBe(first?.['webhook-id']);
  expect(second?.['webhook-timestamp']).not.toBe(first?.['webhook-timestamp']);
});

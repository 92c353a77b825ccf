/** Services of which the old version answers, and services that restart. */
import { answers, type ServiceAnswer } from '@plimsoll/testkit';
import type { Case } from './case.ts';
import { after, answered, everyNth, healthCheck, NEW_VERSION, OLD, serviceCase, VERSION, WELL } from './services.ts';

const { raw, reply } = answers;

export const VERSIONS: readonly Case[] = [
  versioned('the old version answers', OLD),
  serviceCase({
    name: 'another version answers that begins like the new one',
    answer: reply({ body: { status: 'ok', version: 'v2-rc1' } }),
    check: VERSION,
    settings: NEW_VERSION,
    expected: 'version',
    says: /"v2-rc1" answers/,
  }),
  serviceCase({
    name: 'its header has both versions',
    answer: raw(answered(['x-version: v2', 'x-version: v1', 'content-length: 0'])),
    check: { version: 'header:x-version' },
    settings: NEW_VERSION,
    expected: 'version',
  }),
  versioned('every second answer is of the old version', everyNth(2, OLD)),
  versioned('one answer of ten is of the old version', everyNth(10, OLD)),
  versioned('one answer of two hundred is of the old version', everyNth(200, OLD)),
  versioned('the old version comes back while samples are taken', after(60, OLD)),
  {
    name: 'the old version answers on one backend of two',
    expected: 'version',
    says: /"v1" answers, not "v2"/,
    arrange: async (bed) => {
      const [front, second] = [await bed.serve(WELL), await bed.serve(OLD)];
      const check = { ...VERSION, backends: [front.url, second.url] };
      return { checks: [healthCheck(front.url, check)], settings: NEW_VERSION };
    },
  },
  {
    name: 'the old version comes back on one backend while samples are taken from the other',
    expected: 'version',
    says: /"v1" answers, not "v2"/,
    arrange: async (bed) => {
      const [front, second] = [await bed.serve(WELL), await bed.serve(after(1, OLD))];
      const check = { ...VERSION, backends: [front.url, second.url] };
      return { checks: [healthCheck(front.url, check)], settings: { ...NEW_VERSION, samples: 10 } };
    },
  },
  {
    name: 'one backend of two is down',
    expected: 'health',
    arrange: async (bed) => {
      const [front, second] = [await bed.serve(WELL), await bed.serve(WELL)];
      await second.close();
      const check = { ...VERSION, backends: [front.url, second.url] };
      return { checks: [healthCheck(front.url, check)], settings: NEW_VERSION };
    },
  },
  serviceCase({
    name: 'no version can be read',
    answer: reply({ body: { status: 'ok' } }),
    check: VERSION,
    settings: NEW_VERSION,
    expected: 'version',
    says: /cannot be told/,
  }),
  serviceCase({
    name: 'a header has the old version',
    answer: reply({ headers: { 'x-version': 'v1' } }),
    check: { version: 'header:x-version' },
    settings: NEW_VERSION,
    expected: 'version',
  }),
  counting('a counter goes back while samples are taken', [...Array.from({ length: 40 }, (_, at) => 900 + at), 3]),
  counting('a counter goes back, and soon is above where it was', [900, 901, 902, 3, 1200], '200ms'),
];

function versioned(name: string, answer: ServiceAnswer): Case {
  return serviceCase({
    name,
    answer,
    check: VERSION,
    settings: NEW_VERSION,
    expected: 'version',
    says: /"v1" answers, not "v2"/,
  });
}

/** Asked one after the other: the answers of questions that are under way together may overtake each other. */
function counting(name: string, counts: readonly number[], interval = '10ms'): Case {
  const turns = counts.map((requests) => reply({ body: { status: 'ok', requests } }));
  return serviceCase({
    name,
    answer: answers.inTurn(...turns),
    check: { counters: { requests: '.requests' } },
    more: { mode: 'monitor', settings: { duration: '3s', interval } },
    expected: 'process',
    says: /went back/,
  });
}

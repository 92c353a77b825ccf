/** Services that answer, with something that shows that they are not well, or does not show that they are. */
import { gzipSync } from 'node:zlib';
import type { Json } from '@plimsoll/outcome';
import { answers, type ServiceAnswer } from '@plimsoll/testkit';
import type { Case } from './case.ts';
import { answered, BARE, HURRIED, ILL, serviceCase, WELL } from './services.ts';

const { hang, raw, reply } = answers;

export const ANSWERS: readonly Case[] = [
  ...(
    [
      ['status "error"', { status: 'error' }],
      ['status "DOWN", as Spring has it', { status: 'DOWN', components: { db: { status: 'DOWN' } } }],
      ['status "fail", as health+json has it', { status: 'fail' }],
      ['status "degraded"', { status: 'degraded' }],
      ['healthy: false', { healthy: false }],
      ['ok: false', { ok: false }],
      ['success: false', { success: false }],
      ['an error and no status', { error: 'no connection to the database' }],
      ['errors, as GraphQL has them', { data: null, errors: [{ message: 'no connection to the database' }] }],
    ] satisfies readonly (readonly [string, Json])[]
  ).map(([what, body]) => saying(`its answer is 200 with ${what}`, reply({ body }))),
  saying('its answer is 200 with the text ERROR', reply({ body: 'ERROR' })),
  saying('its answer is 200 with the text "error: …"', reply({ body: 'error: no connection to the database\n' })),
  saying('its answer is 200 with the text Unhealthy, as ASP.NET has it', reply({ body: 'Unhealthy' })),
  saying(
    'its answer is 200 with status "error" after a byte order mark',
    reply({ body: '\u{feff}{"status":"error"}', headers: { 'content-type': 'application/json' } }),
  ),
  asked('its answer is 200 with another status than the asked one', reply({ body: { status: 'starting' } })),
  serviceCase({ name: 'its answer is 503', answer: ILL, check: BARE, expected: 'health', says: /503/ }),
  serviceCase({ name: 'its answer is 404', answer: reply({ status: 404 }), check: BARE, expected: 'health' }),
  serviceCase({
    name: 'its answer is 200 where 204 is asked',
    answer: WELL,
    check: { expect: { status: 204 } },
    expected: 'health',
  }),
  asked('its JSON is invalid', json('{"status":"ok",}')),
  asked('its JSON is cut off', json('{"status":"ok"')),
  asked('its JSON has a key twice', json('{"status":"ok","status":"error"}'), /second "status"/),
  asked('its JSON has garbage after it', json('{"status":"ok"}<b>Warning</b>')),
  asked('its JSON has garbage before it', json('Warning: deprecated\n{"status":"ok"}')),
  asked(
    'its JSON is in Latin 1',
    raw(Buffer.from(answered(['content-length: 30'], '{"status":"ok","name":"caf\u00e9s"}'), 'latin1')),
    /UTF-8/,
  ),
  saying('its JSON is none, and nothing is asked of it', json('{"status":"ok"')),
  saying('it calls HTML JSON, and nothing is asked of it', json('<html>Internal error</html>')),
  asked('its body is empty', json('')),
  asked('its answer is 204 where a body is asked', raw('HTTP/1.1 204 No Content\r\n\r\n')),
  serviceCase({
    name: 'its body lacks the asked text',
    answer: reply({ body: '<title>Log in</title>' }),
    check: { expect: { contains: '<title>Shop</title>' } },
    expected: 'health',
  }),
  serviceCase({
    name: 'its body is not of the asked kind',
    answer: reply({ body: '{"status":"ok"}', headers: { 'content-type': 'text/html' } }),
    check: { expect: { headers: { 'content-type': 'application/json' } } },
    expected: 'health',
    says: /content-type/,
  }),
  serviceCase({
    name: 'its body is compressed, though nobody asked for that',
    answer: compressed('{"status":"ok"}'),
    expected: 'health',
    says: /compressed/,
  }),
  serviceCase({
    name: 'its body is compressed and says that it is not well, and nothing is asked of it',
    answer: compressed('{"status":"error"}'),
    check: BARE,
    expected: 'health',
    says: /compressed/,
  }),
  serviceCase({
    name: 'what must be there is not',
    answer: WELL,
    check: { expect: { json: '.id != null' } },
    expected: 'health',
    says: /there is no \.id/,
  }),
  serviceCase({
    name: 'a pattern cannot be decided in time',
    answer: reply({ body: `${'a'.repeat(40)}!` }),
    check: { expect: { matches: '^(a+)+$' } },
    expected: 'health',
  }),
  {
    name: 'it is well, and what users do first is not',
    expected: 'smoke',
    says: /login/,
    arrange: async (bed) => {
      const { url } = await bed.serve(WELL, { answers: { '/health': WELL, '*': ILL } });
      return { checks: [{ http: `${url}/health` }, { name: 'login', role: 'smoke', http: `${url}/login` }] };
    },
  },
  {
    name: 'it is well, and what users do first does not come to an end',
    expected: 'smoke',
    says: /login/,
    arrange: async (bed) => {
      const { url } = await bed.serve(WELL, { answers: { '/health': WELL, '*': hang } });
      const login = { name: 'login', role: 'smoke', http: `${url}/login`, ...HURRIED };
      return { checks: [{ http: `${url}/health` }, login] };
    },
  },
];

/** A bad answer to a user who asks for nothing in particular. */
function saying(name: string, answer: ServiceAnswer): Case {
  return serviceCase({ name, answer, check: BARE, expected: 'health' });
}

/** A bad answer to a user who asks for a status. */
function asked(name: string, answer: ServiceAnswer, says?: RegExp): Case {
  return serviceCase({
    name,
    answer,
    expected: 'health',
    ...(says === undefined ? {} : { says }),
  });
}

function json(body: string): ServiceAnswer {
  return reply({ body, headers: { 'content-type': 'application/json' } });
}

function compressed(text: string): ServiceAnswer {
  const body = gzipSync(text);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`;
  return raw(Buffer.concat([Buffer.from(head), body]));
}

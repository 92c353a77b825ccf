/** Services that send elsewhere. */
import { answers, type ServiceAnswer } from '@plimsoll/testkit';
import type { Case, Written } from './case.ts';
import { BARE, STATUS_OK, serviceCase, WELL } from './services.ts';

const { redirect, reply } = answers;
const LOGIN_PAGE = reply({ body: '<title>Log in</title>', headers: { 'content-type': 'text/html' } });
const FOLLOWING: Written = { ...STATUS_OK, redirects: 3 };

export const REDIRECTS: readonly Case[] = [
  ...[301, 302, 303, 307, 308].map((status) =>
    paths(`it redirects to its login with ${status}`, { '/health': redirect('/login', status), '*': LOGIN_PAGE }, BARE),
  ),
  paths('it redirects to its login, which is followed', { '/health': redirect('/login'), '*': LOGIN_PAGE }, FOLLOWING),
  paths(
    'it redirects to its login within the page',
    { '*': reply({ body: '<html><head><meta http-equiv="refresh" content="0; url=/login"></head></html>' }) },
    BARE,
  ),
  paths('it answers with its login page', { '*': LOGIN_PAGE }, STATUS_OK),
  paths('its redirects lead back to itself', { '*': redirect('/health') }, FOLLOWING, /round in circles/),
  paths(
    'its redirects go round in circles',
    { '/health': redirect('/a'), '/a': redirect('/b'), '/b': redirect('/a') },
    FOLLOWING,
    /round in circles/,
  ),
  serviceCase({
    name: 'its redirects never end',
    answer: (socket, request) => redirect(`${request.target}x`)(socket, request),
    check: FOLLOWING,
    expected: 'health',
    says: /More than 3 redirects/,
  }),
  paths('it redirects to nowhere', { '*': reply({ status: 302 }) }, FOLLOWING, /without a location/),
  ...[
    'https://elsewhere.example/health',
    '//elsewhere.example/health',
    'http://127.0.0.1:22/',
    'http://localhost/health',
    'http://169.254.169.254/latest/meta-data/',
    'http://user:secret@elsewhere.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ].map((where) =>
    paths(`it redirects to ${where}`, { '/health': redirect(where), '*': WELL }, FOLLOWING, /another origin/),
  ),
  {
    name: 'it redirects from https to http',
    expected: 'health',
    says: /another origin, http:/,
    arrange: async (bed) => {
      const { good, ca } = await bed.certificates();
      const plain = await bed.serve(WELL);
      const secure = await bed.serve(redirect(`${plain.url}/health`), { tls: good });
      return { checks: [{ http: `${secure.url}/health`, ca, ...FOLLOWING }] };
    },
  },
];

type Paths = readonly [name: string, answers: Readonly<Record<string, ServiceAnswer>>, check: Written, says?: RegExp];

/** A service that answers by paths. */
function paths(...[name, all, check, says]: Paths): Case {
  return serviceCase({
    name,
    answer: WELL,
    start: { answers: all },
    check,
    expected: 'health',
    ...(says === undefined ? {} : { says }),
  });
}

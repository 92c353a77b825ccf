import { executeGraphql } from './graphql/execute.ts';
import { mutationRoot, queryRoot } from './graphql/roots.ts';
import { may } from './permissions.ts';
import { forbidden, NOT_FOUND, type RestAnswer, type RestList, refuse } from './rest/exchange.ts';
import { pageAnswer } from './rest/paging.ts';
import type { JsonObject } from './rest/renderings.ts';
import { REPOSITORY_ROUTES, SITE_ROUTES } from './rest/routes.ts';
import { repositoryByName, type Token, type World } from './world.ts';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string;
  readonly body: string;
}

export interface WireAnswer extends RestAnswer {
  /** The account of the token. */
  readonly login: string;
}

/** GitHub Enterprise Server has its API below a folder. */
const ENTERPRISE = '/api/v3';

/** The name of a call for faults and the log: `POST /repos/…`, or `GraphQL Name`. */
export function callName({ method, url, body }: WireRequest): string {
  if (!isGraphql(url)) return `${method} ${pathOf(url)}`;
  const { query } = parsedBody(body);
  const name = /^\s*(?:query|mutation)\s+(?<name>\w+)/u.exec(typeof query === 'string' ? query : '')?.groups?.['name'];
  return `GraphQL ${name ?? '(unnamed)'}`;
}

/** What GitHub answers, once it has done what was asked. */
export function answerCall(world: World, request: WireRequest): WireAnswer {
  const token = world.tokens.get(request.authorization.replace(/^(?:token|bearer)\s+/iu, ''));
  if (token === undefined) return { ...refuse(401, 'Bad credentials'), login: '' };
  const answer = isGraphql(request.url) ? answerGraphql(world, request, token) : answerRest(world, request, token);
  return { ...answer, login: token.account.login };
}

function isGraphql({ pathname }: URL): boolean {
  return pathname === '/graphql' || pathname === '/api/graphql';
}

function pathOf({ pathname }: URL): string {
  return pathname.startsWith(`${ENTERPRISE}/`) ? pathname.slice(ENTERPRISE.length) : pathname;
}

function answerGraphql(world: World, request: WireRequest, token: Token): RestAnswer {
  if (request.method !== 'POST') return NOT_FOUND;
  const { query, variables } = parsedBody(request.body);
  const view = { world, token, viewer: token.account, serverUrl: request.url.origin };
  const values = isObject(variables) ? variables : {};
  const { body } = executeGraphql(
    { query, variables: values },
    { query: queryRoot(view), mutation: mutationRoot(view) },
  );
  return { status: 200, body };
}

function answerRest(world: World, request: WireRequest, token: Token): RestAnswer {
  const { url, method } = request;
  const api = `${url.origin}${url.pathname.startsWith(`${ENTERPRISE}/`) ? ENTERPRISE : ''}`;
  const site = { world, api, server: url.origin };
  const call = { token, query: url.searchParams, body: parsedBody(request.body) };
  const { owner, name, rest } = splitPath(pathOf(url));
  if (owner === undefined || name === undefined) {
    const [found] = SITE_ROUTES.flatMap((route) => matched(route, method, rest));
    if (found === undefined) return NOT_FOUND;
    const allowed = found.route.needs.some((need) => token.permissions[need.name] !== undefined);
    return allowed
      ? inPages(found.route.answer(site, { ...call, path: found.parts }), url)
      : forbidden(found.route.needs);
  }
  const repository = repositoryByName(world, owner, name);
  const [found] = REPOSITORY_ROUTES.flatMap((route) => matched(route, method, rest));
  if (repository === undefined || found === undefined) return NOT_FOUND;
  const allowed = found.route.needs.some((permission) => may({ token, repository }, permission));
  if (!allowed) return forbidden(found.route.needs);
  return inPages(found.route.answer({ ...site, repository }, { ...call, path: found.parts }), url);
}

/** The repository that a path is about, and what follows. */
function splitPath(path: string): { readonly owner?: string; readonly name?: string; readonly rest: string } {
  const groups = /^\/repos\/(?<owner>[^/]+)\/(?<name>[^/]+)(?<rest>\/.*)$/u.exec(path)?.groups;
  const { owner, name, rest = path } = groups ?? {};
  return owner === undefined || name === undefined ? { rest } : { owner, name, rest };
}

interface Match<T> {
  readonly route: T;
  /** Named parts of the path, decoded. */
  readonly parts: Readonly<Record<string, string>>;
}

function matched<T extends { readonly method: string; readonly path: string }>(
  route: T,
  method: string,
  path: string,
): Match<T>[] {
  const source = route.path.replaceAll(/\{(\w+)(\+?)\}/gu, (_whole, name: string, rest: string) =>
    rest === '' ? `(?<${name}>[^/]+)` : `(?<${name}>.+)`,
  );
  const match = route.method === method ? new RegExp(`^${source}$`, 'u').exec(path) : null;
  if (match === null) return [];
  const parts: Record<string, string> = {};
  for (const [name, value] of Object.entries(match.groups ?? {})) parts[name] = decodeURIComponent(value);
  return [{ route, parts }];
}

function inPages(answer: RestAnswer | RestList, url: URL): RestAnswer {
  return 'items' in answer ? pageAnswer(answer, url) : answer;
}

function parsedBody(body: string): JsonObject {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

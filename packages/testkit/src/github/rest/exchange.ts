import type { Permission } from '../permissions.ts';
import type { Token } from '../world.ts';
import type { JsonObject, RepositorySite, Site } from './renderings.ts';

/** A request of REST, taken apart. */
export interface RestRequest {
  readonly token: Token;
  /** Named parts of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A list, of which the request gets one page. */
export interface RestList {
  readonly items: readonly unknown[];
  /** What is around the page, where it is not the whole answer. */
  readonly wrap?: (page: readonly unknown[], number: number) => unknown;
}

export interface RepositoryRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/repos/{owner}/{repo}`, with `{name}` for parts and `{name+}` for the rest of the path. */
  readonly path: string;
  /** Any of them will do. */
  readonly needs: readonly Permission[];
  readonly answer: (site: RepositorySite, request: RestRequest) => RestAnswer | RestList;
}

export interface SiteRoute {
  readonly method: 'GET';
  readonly path: string;
  readonly needs: readonly Permission[];
  readonly answer: (site: Site, request: RestRequest) => RestAnswer | RestList;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

export function refuse(status: number, message: string, more: JsonObject = {}): RestAnswer {
  return { status, body: { message, ...more, documentation_url: DOCUMENTATION, status: String(status) } };
}

export const NOT_FOUND: RestAnswer = refuse(404, 'Not Found');

/** A request that GitHub understands, and whose content it does not like. */
export function invalid(error: JsonObject): RestAnswer {
  return refuse(422, 'Validation Failed', { errors: [error] });
}

/** What a token without the permission gets to see. */
export function forbidden(needs: readonly Permission[]): RestAnswer {
  const accepted = needs.map(({ name, level }) => `${name}=${level}`).join('; ');
  return {
    ...refuse(403, 'Resource not accessible by integration'),
    headers: { 'x-accepted-github-permissions': accepted },
  };
}

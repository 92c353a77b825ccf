import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listenOnLoopback } from '../loopback.ts';
import { answerCall, callName, type WireRequest } from './answer-call.ts';
import { type Builder, createBuilder } from './build.ts';
import { createFaults, type Fault, type FaultEffect } from './faults.ts';
import type { RestAnswer } from './rest/exchange.ts';
import { createWorld, type World } from './world.ts';

/** One request that reached the fake. */
export interface GitHubCall {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** `POST /repos/…` without the query, or `GraphQL Name`. */
  readonly name: string;
  /** Undefined when no answer was given. */
  readonly status: number | undefined;
  /** The account of the token; empty when the token is unknown. */
  readonly login: string;
  readonly requestBody: string;
  readonly responseBody: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Milliseconds since the fake was started. */
  readonly at: number;
}

export interface FakeGitHub extends Builder, AsyncDisposable {
  /** Such as `http://127.0.0.1:1234`. */
  readonly url: string;
  /** Every call so far. */
  readonly calls: readonly GitHubCall[];
  /** Half before and half after the work, for every call from now on; milliseconds. */
  latencyMs: number;
  fail(fault: Fault): void;
  /** No more faults. */
  heal(): void;
  /** The variables by which a runner names a GitHub: github.com, or an Enterprise Server with its other paths. */
  env(shape?: 'github.com' | 'enterprise'): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts a GitHub on loopback that remembers what is done to it. What it holds at first is put there by its builders. */
export async function startFakeGitHub(): Promise<FakeGitHub> {
  const world = createWorld();
  const state: State = { world, faults: createFaults(), calls: [], latencyMs: 0, startedAt: performance.now() };
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  const close = (): Promise<void> => closeServer(server);
  return {
    ...createBuilder(world),
    url,
    calls: state.calls,
    get latencyMs() {
      return state.latencyMs;
    },
    set latencyMs(ms) {
      state.latencyMs = ms;
    },
    fail: (fault) => state.faults.add(fault),
    heal: () => state.faults.clear(),
    env: (shape = 'github.com') => variables(url, shape),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function variables(url: string, shape: 'github.com' | 'enterprise'): Record<string, string> {
  const [api, graphql] = shape === 'enterprise' ? ['/api/v3', '/api/graphql'] : ['', '/graphql'];
  return { GITHUB_API_URL: `${url}${api}`, GITHUB_GRAPHQL_URL: `${url}${graphql}`, GITHUB_SERVER_URL: url };
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}

interface State {
  readonly world: World;
  readonly faults: ReturnType<typeof createFaults>;
  readonly calls: GitHubCall[];
  latencyMs: number;
  readonly startedAt: number;
}

async function serve(state: State, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(message);
  const name = callName(request);
  const effect = state.faults.next(name);
  await pause(state.latencyMs / 2);
  const given = work(state, request, effect);
  state.calls.push({
    method: request.method,
    target: `${request.url.pathname}${request.url.search}`,
    name,
    status: given.answer?.status,
    login: given.login,
    requestBody: request.body,
    responseBody: given.answer?.body,
    headers: message.headers,
    at: performance.now() - state.startedAt,
  });
  await pause(state.latencyMs / 2);
  if (given.answer !== undefined) write(response, given.answer);
  else if (effect?.kind !== 'hang') message.socket.resetAndDestroy();
}

interface Given {
  /** Undefined: none is given. */
  readonly answer: RestAnswer | undefined;
  readonly login: string;
}

/** Does what the request asks for, unless the fault prevents it. */
function work({ world }: State, request: WireRequest, effect: FaultEffect | undefined): Given {
  switch (effect?.kind) {
    case 'answer':
      return { answer: effect, login: '' };
    case 'hang':
    case 'reset':
      return { answer: undefined, login: '' };
    case 'lost-answer':
      return { answer: undefined, login: answerCall(world, request).login };
    case 'answer-after':
      return {
        answer: { status: effect.status, body: { message: 'Server Error' } },
        login: answerCall(world, request).login,
      };
    case undefined: {
      const answer = answerCall(world, request);
      return { answer, login: answer.login };
    }
  }
}

function write(response: ServerResponse, { status, headers = {}, body }: RestAnswer): void {
  const type = 'application/json; charset=utf-8';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': type }), ...RATE, ...headers });
  response.end(text);
}

const RATE = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4999', 'x-github-request-id': 'FAKE:1' } as const;

async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of message) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return {
    method: message.method ?? 'GET',
    url: new URL(message.url ?? '/', `http://${message.headers.host ?? '127.0.0.1'}`),
    authorization: message.headers.authorization ?? '',
    body: Buffer.concat(pieces).toString('utf8'),
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

import { setTimeout as wait } from 'node:timers/promises';
import { Answer } from '../answer.ts';
import { statusOfErrors } from './graphql-errors.ts';
import { failureOf, type Purpose } from './refusal.ts';
import { type Headers, messageIn, type Reply, replyOfThrown } from './reply.ts';
import { nextStep, type Pace, type Repeatable } from './retries.ts';

/** Sends questions, tries again where that helps, and says what became of them. Throws `GitHubFailure`, or what the signal was aborted with. */
export interface Client {
  rest(request: RestRequest): Promise<Answer>;
  /** A query, or a mutation that does no harm the second time. Parts that do not exist are null in the answer. */
  graphql(request: GraphqlRequest): Promise<Answer>;
}

export interface RestRequest {
  /** Such as `GET /repos/{owner}/{repo}/environments/{name}`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly purpose: Purpose;
  /** `repeatable` unless told. */
  readonly repeatable?: Repeatable;
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
}

/** One try: Octokit behind it. */
export type Send = (route: string, parameters: Readonly<Record<string, unknown>>) => Promise<Success>;

export interface Success {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}

export interface ClientParts {
  readonly send: Send;
  readonly graphqlUrl: string;
  readonly signal: AbortSignal;
  /** No try of a call begins later than this. */
  readonly totalMs: number;
  readonly pace: Pace;
  readonly debug: (line: string) => void;
  /** Takes the token out of what GitHub said. */
  readonly redact: (text: string) => string;
}

/** The clock and the chance of this machine. */
export const REAL_PACE: Pace = {
  now: () => performance.now(),
  unixSeconds: () => Math.floor(Date.now() / 1000),
  pause: async (ms, signal) => {
    await wait(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  },
  random: () => Math.random(),
};

export function createClient(parts: ClientParts): Client {
  return {
    rest: async ({ route, parameters, purpose, repeatable = 'repeatable' }) =>
      new Answer(await ask(parts, { route, parameters, purpose, repeatable }), 'answer'),
    graphql: async ({ query, variables, purpose }) => {
      const parameters = { query, variables };
      const route = `POST ${parts.graphqlUrl}`;
      const data = await ask(parts, { route, parameters, purpose, repeatable: 'repeatable' });
      return new Answer(data, 'answer').at('data');
    },
  };
}

interface Question {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
  readonly repeatable: Repeatable;
}

async function ask(parts: ClientParts, question: Question): Promise<unknown> {
  const { pace, signal, totalMs } = parts;
  const deadline = pace.now() + totalMs;
  for (let number = 1; ; number += 1) {
    signal.throwIfAborted();
    const reply = await tryOnce(parts, question);
    signal.throwIfAborted();
    const step = nextStep({ reply, repeatable: question.repeatable, number }, pace);
    if (step.kind === 'done' && reply.kind === 'answer') return reply.data;
    const isOver = step.kind !== 'again' || pace.now() + step.afterMs > deadline;
    if (isOver) throw failureOf(reply, { ...question.purpose, redact: parts.redact });
    parts.debug(`GitHub: again in ${step.afterMs} ms, because of ${describe(reply, parts)}`);
    await pace.pause(step.afterMs, signal);
  }
}

async function tryOnce(parts: ClientParts, { route, parameters }: Question): Promise<Reply> {
  const started = parts.pace.now();
  const reply = await parts
    .send(route, parameters)
    .then(({ status, headers, data }): Reply => {
      const withErrors = statusOfErrors(data);
      return { kind: 'answer', status: withErrors ?? status, headers: textHeaders(headers), data };
    })
    .catch(replyOfThrown);
  const tookMs = Math.round(parts.pace.now() - started);
  parts.debug(`GitHub: ${route}, ${describe(reply, parts)}, ${tookMs} ms`);
  return reply;
}

function textHeaders(headers: object): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function describe(reply: Reply, { redact }: ClientParts): string {
  if (reply.kind === 'fault') return redact(reply.fault.message);
  return reply.status < 400 ? `${reply.status}` : redact(`${reply.status} ${messageIn(reply.data)}`.trim());
}

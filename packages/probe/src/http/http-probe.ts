import { Failure } from '@plimsoll/outcome';
import { codedAs, runAttempt, tooLate } from '../attempt.ts';
import { Fault, wrong } from '../fault.ts';
import type { Evidence, Finding, Probe, ProbePorts } from '../probe.ts';
import { secretsOf, type Telling, telling, told } from '../telling.ts';
import { endsTooSoon } from '../tls/certificate.ts';
import { type Ask, askOf } from './ask.ts';
import { counterReader } from './counters.ts';
import { type Answer, exchange, KeptConnectionClosed, newTrace, startOf, type Trace } from './exchange.ts';
import { type Expectations, parseExpectations } from './expectations.ts';
import { addressOf, cameOf, type HttpClient, httpClient, phasesOf } from './http-client.ts';
import type { HttpProbeRequest } from './http-request.ts';
import { type VersionReading, versionReader } from './identity.ts';
import { type Reading, readingOf } from './reading.ts';
import { followRedirects } from './redirects.ts';

const MOST_REDIRECTS = 3;

/** What is fixed for the life of a probe. */
interface Setup {
  readonly request: HttpProbeRequest;
  readonly ports: ProbePorts;
  readonly ask: Ask;
  readonly client: HttpClient;
  readonly expectations: Expectations;
  readonly version: ((reading: Reading) => VersionReading) | undefined;
  readonly counters: (reading: Reading) => Readonly<Record<string, number>>;
  readonly tell: Telling;
  /** When a kept connection was last closed under the probe, unless one has answered since. */
  readonly kept: { closedAt: number | undefined };
}

/** What one attempt has seen so far. */
interface Sight {
  trace: Trace;
  ask: Ask;
  reading: Reading | undefined;
  version: string | undefined;
}

/**
 * Asks a URL. Certificates are always verified, proxy variables are ignored, the address is looked up once, and of redirects only the
 * ones within the origin are followed, if told.
 *
 * @throws Failure('input') for a request that cannot be made or understood.
 */
export function createHttpProbe(request: HttpProbeRequest, ports: ProbePorts): Probe {
  const setup = setUp(request, ports);
  const { client, ask, tell } = setup;
  const { totalMs } = client.limits;
  return {
    name: request.name,
    attempt: (signal) => {
      const sight: Sight = { trace: newTrace(), ask, reading: undefined, version: undefined };
      return runAttempt({
        ports,
        signal,
        totalMs,
        late: () => tooLate(asked(ask), totalMs),
        work: (inner) => look(setup, sight, inner),
        meaning: (finding) => told(codedAs(request.code ?? 'health')(finding), tell),
        story: () => ({ series: sight.trace.series, evidence: evidenceOf(setup, sight) }),
      });
    },
    close: async () => client.agent.close(),
  };
}

function setUp(request: HttpProbeRequest, ports: ProbePorts): Setup {
  const { redirects = 0 } = request;
  if (!Number.isInteger(redirects) || redirects < 0 || redirects > MOST_REDIRECTS) {
    throw new Failure('input', `redirects is ${redirects}; it has to be a number from 0 to ${MOST_REDIRECTS}.`);
  }
  const ask = askOf(request);
  return {
    request,
    ports,
    ask,
    client: httpClient({ ...request, url: ask.url }, ports),
    expectations: parseExpectations(request.expect),
    version: request.identity === undefined ? undefined : versionReader(request.identity),
    counters: counterReader(request.counters),
    tell: telling(secretsOf(request.headers ?? {}, request.secrets)),
    kept: { closedAt: undefined },
  };
}

async function look(setup: Setup, sight: Sight, signal: AbortSignal): Promise<Finding> {
  const { answer, url } = await followRedirects({
    first: setup.ask,
    most: setup.request.redirects ?? 0,
    isExpected: setup.expectations.isStatus,
    tell: setup.tell,
    ask: (ask) => askOnce(setup, sight, { ask, signal }),
  });
  const reading = readingOf(answer, url);
  sight.reading = reading;
  return judgeAnswer(setup, sight, reading);
}

async function askOnce(
  setup: Setup,
  sight: Sight,
  { ask, signal }: { ask: Ask; signal: AbortSignal },
): Promise<Answer> {
  const { agent, limits } = setup.client;
  // A redirect is asked over a connection that the first request has made; the attempt still is one with a new connection.
  const made = sight.trace.series === 'first' ? sight.trace.story : undefined;
  const trace = newTrace();
  sight.trace = trace;
  sight.ask = ask;
  try {
    const answer = await exchange({ ask, agent, limits, signal, ports: setup.ports }, trace);
    if (trace.series === 'kept') setup.kept.closedAt = undefined;
    return answer;
  } catch (thrown) {
    throw thrown instanceof KeptConnectionClosed ? keptFault(setup, thrown, trace.story?.madeAt) : thrown;
  } finally {
    if (made !== undefined) Object.assign(trace, { story: made, series: 'first' });
  }
}

/**
 * A server that closes every kept connection as soon as it is used does not just tidy up. One that tidies up may close several at once: only
 * a connection that was made since then shows that it goes on.
 */
function keptFault({ kept, ports }: Setup, closed: KeptConnectionClosed, madeAt = Number.NEGATIVE_INFINITY): Fault {
  if (kept.closedAt !== undefined && madeAt >= kept.closedAt) {
    return new Fault(wrong('health', 'A kept connection was closed without an answer for the second time in a row.'));
  }
  kept.closedAt = ports.now();
  return closed;
}

function judgeAnswer(setup: Setup, sight: Sight, reading: Reading): Finding {
  const { expectations } = setup;
  const certificate = certificateProblem(setup, sight);
  if (certificate !== '') return wrong('tls', certificate);
  const head = expectations.headProblem(reading);
  if (head !== '') return wrong('health', `${head}.`);
  const read = setup.version?.(reading);
  if (read?.ok === true) sight.version = setup.tell.quote(read.version);
  const version = read === undefined ? '' : versionProblem(setup, read);
  // Another version may answer in another way: that explains whatever is wrong with its body. One that cannot be read explains nothing.
  if (read?.ok === true && version !== '') return wrong('version', version);
  const body = expectations.bodyProblem(reading);
  if (body !== '') return wrong('health', `${body}.`);
  return version === '' ? { kind: 'ok' } : wrong('version', version);
}

function certificateProblem({ request, ports }: Setup, { trace }: Sight): string {
  const minDaysLeft = request.tls?.minDaysLeft;
  const chain = trace.story?.chain;
  if (minDaysLeft === undefined || chain === undefined) return '';
  return endsTooSoon(chain, minDaysLeft, ports.wallClock());
}

/** Empty when the version that answers is the expected one. */
function versionProblem({ request, tell }: Setup, read: VersionReading): string {
  if (!read.ok) return `Which version answers cannot be told: ${read.problem}.`;
  const equals = request.identity?.equals ?? '';
  if (withoutV(read.version) === withoutV(equals)) return '';
  return `Version ${JSON.stringify(tell.quote(read.version))} answers, not ${JSON.stringify(equals)}.`;
}

/** A tag is called `v1.4.2`, and most services call themselves `1.4.2`. */
function withoutV(version: string): string {
  return version.replace(/^v(?=\d)/u, '');
}

function evidenceOf({ client, counters, tell }: Setup, { trace, ask, reading, version }: Sight): Evidence {
  const dead = client.addresses.dead();
  const read = reading === undefined ? {} : counters(reading);
  return {
    asked: tell.quote(asked(ask)),
    came: cameOf(trace, tell),
    phases: phasesOf(trace),
    excerpt: tell.excerpt(startOf(trace)),
    address: addressOf(trace, client.port),
    ...(version === undefined ? {} : { version }),
    ...(Object.keys(read).length === 0 ? {} : { counters: read }),
    ...(dead.length === 0 ? {} : { deadAddresses: dead }),
  };
}

function asked({ method, url }: Ask): string {
  return `${method} ${url.href}`;
}

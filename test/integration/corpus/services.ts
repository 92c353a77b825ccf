/** Answers, and cases of one service that gives one of them. */
import type { FailureCode } from '@plimsoll/outcome';
import { answers, type FaultyService, type FaultyServiceRequest, type ServiceAnswer } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import type { Case, Situation, Written } from './case.ts';

const { reply } = answers;

/** As health answers are. */
export const WELL = reply({ body: { status: 'ok', version: 'v2' } });
export const ILL = reply({ status: 503, statusText: 'Service Unavailable', body: { status: 'error' } });
export const OLD = reply({ body: { status: 'ok', version: 'v1' } });

/** What a careful user asks for. */
export const STATUS_OK: Written = { expect: { json: '.status == "ok"' } };
/** What a user in a hurry asks for: nothing but the URL. */
export const BARE: Written = {};
/** For services that never answer: one need not wait for long to know. */
export const HURRIED: Written = { 'connect-timeout': '400ms', 'first-byte-timeout': '400ms', timeout: '700ms' };
/** The version that was deployed, and where it is. */
export const VERSION: Written = { ...STATUS_OK, version: '.version' };
export const NEW_VERSION: Written = { 'expected-version': 'v2' };

/** Every so-manieth request gets another answer than usual. */
export function everyNth(n: number, odd: ServiceAnswer, usual: ServiceAnswer = WELL): ServiceAnswer {
  let count = 0;
  return (socket, request) => {
    count += 1;
    (count % n === 0 ? odd : usual)(socket, request);
  };
}

/** So many requests get the usual answer, and all later ones another. */
export function after(many: number, then: ServiceAnswer, usual: ServiceAnswer = WELL): ServiceAnswer {
  let count = 0;
  return (socket, request) => {
    count += 1;
    (count > many ? then : usual)(socket, request);
  };
}

export function delayed(ms: number, answer: ServiceAnswer = WELL): ServiceAnswer {
  return (socket, request) => {
    const timer = setTimeout(() => {
      socket.off('close', forget);
      answer(socket, request);
    }, ms);
    const forget = (): void => clearTimeout(timer);
    socket.once('close', forget);
  };
}

/** The head of an answer and whatever follows it. */
export function answered(head: readonly string[], body = ''): string {
  return ['HTTP/1.1 200 OK', ...head, '', body].join('\r\n');
}

export interface ServiceCase {
  readonly name: string;
  readonly answer: ServiceAnswer;
  readonly expected: FailureCode | '';
  readonly says?: RegExp;
  /** `STATUS_OK` unless told. */
  readonly check?: Written;
  readonly settings?: Written;
  /** How the service is started. */
  readonly start?: Partial<FaultyServiceRequest>;
  /** What becomes of the service before it is verified. */
  readonly prepare?: (service: FaultyService) => Promise<void>;
  readonly more?: Partial<Situation>;
}

/** One health check of one service. */
export function serviceCase(one: ServiceCase): Case {
  const { name, answer, expected, says, check = STATUS_OK, settings, start, prepare, more } = one;
  const arrange = async (bed: Bed): Promise<Situation> => {
    const service = await bed.serve(answer, start);
    await prepare?.(service);
    return { checks: [healthCheck(service.url, check)], settings, ...more };
  };
  return { name, expected, says, arrange };
}

export function healthCheck(origin: string, check: Written = STATUS_OK): Written {
  return { name: 'health', http: `${origin}/health`, ...check };
}

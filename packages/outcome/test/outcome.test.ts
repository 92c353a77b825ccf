import { describe, expect, it } from '@jest/globals';
import { asFailure, exitCodeOf, FAILURE_CODES, Failure, isFailureCode } from '@plimsoll/outcome';

describe('failure codes', () => {
  it('have numbers of their own, none of them 0 and all of them possible exit codes', () => {
    const numbers = Object.values(FAILURE_CODES);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => number > 0 && number < 126)).toBe(true);
  });

  it.each([
    ['', 0],
    ['process', 10],
    ['inconclusive', 20],
    ['reverted', 30],
    ['tests', 40],
    ['connect', 50],
    ['remote-environment', 58],
    ['backup-too-old', 62],
    ['input', 64],
    ['unexpected-current', 71],
    ['not-delivered', 82],
    ['cancelled', 90],
    ['internal', 99],
  ] as const)('"%s" exits with %d', (code, number) => {
    expect(exitCodeOf(code)).toBe(number);
  });

  it.each([
    ['connect', true],
    ['', false],
    ['Connect', false],
    ['toString', false],
    ['__proto__', false],
  ])('recognises "%s" from outside: %s', (text, known) => {
    expect(isFailureCode(text)).toBe(known);
  });
});

describe('a failure', () => {
  it('carries its code, its message and its cause', () => {
    const cause = new Error('ECONNREFUSED');
    const failure = new Failure('connect', 'No answer from web1', { cause });
    expect(failure).toMatchObject({ name: 'Failure', code: 'connect', message: 'No answer from web1', cause });
    expect(failure).toBeInstanceOf(Error);
  });

  it('has no cause of its own making', () => {
    expect(Object.hasOwn(new Failure('connect', 'x'), 'cause')).toBe(false);
  });
});

describe('asFailure', () => {
  it('returns a failure as it is', () => {
    const failure = new Failure('locked', 'Held by somebody else');
    expect(asFailure(failure)).toBe(failure);
  });

  it.each([
    ['an error', new TypeError('x is not a function'), 'Unexpected error: TypeError: x is not a function'],
    ['a text', 'boom', 'Unexpected error: boom'],
    ['nothing', undefined, 'Unexpected error: undefined'],
    ['an object without a text', Object.create(null), 'Unexpected error: a value that has no text'],
  ])('makes %s internal and keeps it as the cause', (_what, thrown: unknown, message) => {
    const failure = asFailure(thrown);
    expect(failure).toMatchObject({ code: 'internal', message });
    expect(failure.cause).toBe(thrown);
  });

  it('never puts a stack into the message', () => {
    expect(asFailure(new Error('boom')).message).not.toContain(' at ');
  });
});

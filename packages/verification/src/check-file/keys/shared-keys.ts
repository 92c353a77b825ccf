/** Keys that several kinds of checks have. */
import { X509Certificate } from 'node:crypto';
import { Failure } from '@plimsoll/outcome';
import { parsePattern } from '@plimsoll/probe';
import type { Role } from '../../check.ts';
import { checkedText, choice, duration, integer, patternText } from '../scalars.ts';
import type { Key, KeyWithPreset, Shape } from '../shape.ts';

const LONGEST_ATTEMPT = 10 * 60_000;

/** How long a part of an attempt may take. */
export const ATTEMPT_TIME: Shape<number> = duration({ min: 1, max: LONGEST_ATTEMPT });

/** Longer than any certificate of a public authority may last. */
export const DAYS: Shape<number> = integer({ min: 0, max: 825 });

/** A regular expression. */
export const PATTERN: Shape<string> = checkedText(parsePattern);

/** A path into JSON, or what begins with one. */
export function pathText(expected: string, check: (text: string) => unknown): Shape<string> {
  return patternText({
    pattern: /^\./u,
    expected,
    parse: (text) => {
      check(text);
      return text;
    },
  });
}

export const NAME: Key<string> = {
  name: 'name',
  shape: patternText({
    pattern: /^\P{Cc}{0,99}[^\p{Cc}\s]$/u,
    expected: 'a name of at most 100 characters in one line',
    parse: (text) => text.trim(),
  }),
  meaning: 'What reports call the check. Without one, its kind and what it looks at.',
};

export const ROLE: KeyWithPreset<Exclude<Role, 'state'>> = {
  name: 'role',
  shape: choice(['health', 'smoke']),
  meaning: '`health` is waited for and then sampled; `smoke` is tried once when the service is ready.',
  preset: { text: 'health', value: 'health' },
};

export const TIMEOUT: KeyWithPreset<number> = {
  name: 'timeout',
  shape: ATTEMPT_TIME,
  meaning: 'For one whole attempt.',
  preset: { text: '10s', value: 10_000 },
};

export const CA: Key<string> = {
  name: 'ca',
  shape: patternText({
    pattern: /-----BEGIN CERTIFICATE-----/u,
    expected: 'a certificate as PEM, from -----BEGIN CERTIFICATE----- on',
    parse: certificateText,
  }),
  meaning: 'Certificates of further authorities, as PEM text. Those of the system stay trusted.',
};

function certificateText(text: string): string {
  try {
    return new X509Certificate(text).raw.length > 0 ? text : '';
  } catch (cause) {
    throw new Failure('input', 'the certificate cannot be read. Give it whole, as PEM.', { cause });
  }
}

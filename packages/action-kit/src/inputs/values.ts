/** The written forms of input values. Each parser takes the whole text or nothing; `undefined` means it is not of the form. */
export interface Form<T> {
  /** Completes "… is not …" in an error. */
  readonly expected: string;
  readonly parse: (text: string) => T | undefined;
}

const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const SIZE_UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** A Node timer beyond 2³¹-1 ms fires at once instead of late; 576 h is the last round figure below. */
const LONGEST_TIMER = 576 * 3_600_000;

export const BOOLEAN: Form<boolean> = {
  expected: 'true or false',
  parse: (text) => (Object.hasOwn(BOOLEANS, text) ? BOOLEANS[text] : undefined),
};

export const PERCENTAGE: Form<number> = {
  expected: 'a percentage from 0 to 100, such as 92 or 92%',
  parse: (text) =>
    /^\d{1,3}(?:\.\d+)? ?%?$/.test(text) ? inRange(Number(text.replace('%', '')), { min: 0, max: 100 }) : undefined,
};

/** A whole number in decimal digits, both bounds inclusive. */
export function integerForm(range: { readonly min: number; readonly max: number }): Form<number> {
  return {
    expected: `a whole number from ${range.min} to ${range.max}`,
    parse: (text) => (/^-?\d+$/.test(text) ? inRange(Number(text), range) : undefined),
  };
}

/** Milliseconds. */
export function durationForm(range: { readonly min?: number; readonly max?: number } = {}): Form<number> {
  const { min = 0, max = LONGEST_TIMER } = range;
  return {
    expected: `a duration from ${boundText(min)} to ${boundText(max)}, such as 500ms, 30s, 10m or 2h`,
    parse: (text) => scaled(text, { pattern: /^(\d+) ?(ms|s|m|h)$/, units: DURATION_UNITS, min, max }),
  };
}

/** Bytes, from `10MB` (powers of 1000), `10MiB` (powers of 1024) or `10B`. */
export function sizeForm(range: { readonly min?: number; readonly max?: number } = {}): Form<number> {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = range;
  const limits = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}B` : `from ${min}B to ${max}B`;
  return {
    expected: `a size ${limits}, such as 500kB, 10MB or 2GiB`,
    parse: (text) => scaled(text, { pattern: /^(\d+) ?(B|[kKMGT]i?B)$/, units: SIZE_UNITS, min, max }),
  };
}

/** One word of a closed table. */
export function choiceForm<V extends string>(values: readonly V[]): Form<V> {
  return {
    expected: `one of: ${values.join(', ')}`,
    parse: (text) => values.find((value) => value === text),
  };
}

/** Entries of a list without comments and empty lines. */
export function listEntries(text: string): readonly string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

interface Scale {
  readonly pattern: RegExp;
  readonly units: Readonly<Record<string, number>>;
  readonly min: number;
  readonly max: number;
}

function scaled(text: string, scale: Scale): number | undefined {
  const [, digits = '', unit = ''] = scale.pattern.exec(text) ?? [];
  const factor = scale.units[unit.toLowerCase()];
  return factor === undefined ? undefined : inRange(Number(digits) * factor, scale);
}

function inRange(value: number, range: { readonly min: number; readonly max: number }): number | undefined {
  return Number.isFinite(value) && value >= range.min && value <= range.max ? value : undefined;
}

/** A bound as a user would write it. */
function boundText(ms: number): string {
  const units = Object.entries(DURATION_UNITS).toReversed();
  const [unit, factor] = units.find(([, size]) => ms > 0 && ms % size === 0) ?? ['ms', 1];
  return `${ms / factor}${unit}`;
}

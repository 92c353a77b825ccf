/**
 * Every way an action can fail, and the number its process exits with. The numbers are public: scripts of
 * users compare them, so a code may be added but never renumbered or reused.
 */
export const FAILURE_CODES = {
  process: 10,
  database: 11,
  health: 12,
  version: 13,
  latency: 14,
  'error-rate': 15,
  alerts: 16,
  smoke: 17,
  tls: 18,
  inconclusive: 20,
  'probe-environment': 21,
  'unhealthy-before': 22,
  reverted: 30,
  'revert-failed': 31,
  tests: 40,
  coverage: 41,
  findings: 42,
  approvals: 43,
  policy: 44,
  command: 45,
  report: 46,
  connect: 50,
  'host-key': 51,
  authentication: 52,
  'remote-command': 53,
  locked: 54,
  fenced: 55,
  disk: 56,
  integrity: 57,
  'remote-environment': 58,
  backup: 60,
  'backup-unverified': 61,
  'backup-too-old': 62,
  input: 64,
  'no-release': 70,
  'unexpected-current': 71,
  github: 80,
  'github-permission': 81,
  'not-delivered': 82,
  cancelled: 90,
  internal: 99,
} as const;

/** The name of one failure, as the output `failure-code` and the `code` of a result carry it. */
export type FailureCode = keyof typeof FAILURE_CODES;

/** The exit code of a process that ends with this failure; 0 for the empty code, which means that nothing failed. */
export function exitCodeOf(code: FailureCode | ''): number {
  return code === '' ? 0 : FAILURE_CODES[code];
}

/** Whether a text from outside (an output, a result of another step) is one of our failure codes. */
export function isFailureCode(text: string): text is FailureCode {
  return Object.hasOwn(FAILURE_CODES, text);
}

import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** How a command ended. */
export interface CommandSeen {
  readonly name: string;
  readonly end:
    | { readonly kind: 'exited'; readonly status: number }
    | { readonly kind: 'killed'; readonly signal: string }
    | { readonly kind: 'timed-out'; readonly limitMs: number }
    | { readonly kind: 'not-started'; readonly why: string };
}

export function judgeCommand({ name: command, end }: CommandSeen): Ruling {
  const name: RuleName = { area: 'commands', rule: command, wanted: 'exit code 0' };
  switch (end.kind) {
    case 'exited':
      if (end.status === 0) return met(name, { seen: 'exit code 0' });
      return broken(name, { code: 'command', reason: 'exit-code', seen: `exit code ${end.status}` });
    case 'killed':
      return broken(name, { code: 'command', reason: 'exit-code', seen: `ended by ${end.signal}` });
    case 'timed-out':
      return broken(name, { code: 'command', reason: 'timed-out', seen: `not finished after ${end.limitMs / 1000} s` });
    case 'not-started':
      return broken(name, { code: 'command', reason: 'no-evidence', seen: 'not started', detail: end.why });
  }
}

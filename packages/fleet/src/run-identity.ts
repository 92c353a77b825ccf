import { randomBytes } from 'node:crypto';
import type { LedgerEntry } from '@plimsoll/release-store';

/** Which run of which workflow acts, for leases, ledgers and people. */
export interface RunIdentity {
  /** Unique for one step of one attempt; a later process that knows it may take over what this one holds. */
  readonly owner: string;
  /** One line for people. */
  readonly who: string;
  readonly actor: string;
  /** Forty hexadecimal digits, or empty outside of GitHub. */
  readonly commit: string;
  /** Empty outside of GitHub. */
  readonly runUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads who acts from the variables that the runner sets; each of them may be missing, as in local runs. */
export function identifyRun(action: string, env: Environment): RunIdentity {
  const run = plain(env['GITHUB_RUN_ID']);
  const repository = plain(env['GITHUB_REPOSITORY']);
  const actor = plain(env['GITHUB_TRIGGERING_ACTOR']) || plain(env['GITHUB_ACTOR']) || plain(env['USER']) || 'unknown';
  const server = plain(env['GITHUB_SERVER_URL']);
  const runUrl = run !== '' && repository !== '' && server !== '' ? `${server}/${repository}/actions/runs/${run}` : '';
  const nonce = randomBytes(8).toString('hex');
  return {
    owner: [repository || 'local', run || '0', plain(env['GITHUB_RUN_ATTEMPT']) || '1', action, nonce].join('/'),
    who: `${action} by ${actor}${runUrl === '' ? '' : `, ${runUrl}`}`,
    actor,
    commit: /^[0-9a-f]{40}$/.test(env['GITHUB_SHA'] ?? '') ? (env['GITHUB_SHA'] ?? '') : '',
    runUrl,
  };
}

/** What the ledger on the server keeps of a run. */
export function ledgerEntry(identity: RunIdentity, more: LedgerEntry): LedgerEntry {
  return { by: identity.actor, commit: identity.commit, run: identity.runUrl, ...more };
}

/** One line of printable text of a sensible length, whatever was in the variable. */
function plain(text: string | undefined): string {
  return (text ?? '')
    .replace(/[^\x21-\x7e]+/g, ' ')
    .trim()
    .slice(0, 300);
}

import type { ActionContext } from '@plimsoll/action-kit';
import type { BackupPlace, BackupSelection, VerifyMode } from '@plimsoll/release-store';
import type { RunIdentity } from '../run-identity.ts';
import type { ServerInputs } from '../server-inputs.ts';

/** What to do with backups, besides where. */
export type BackupTask =
  | {
      readonly operation: 'create';
      readonly selection: BackupSelection;
      /** Commands for a shell on the server; empty: none. */
      readonly before: string;
      readonly after: string;
      /** Newest backups to keep; 0 keeps all. */
      readonly keep: number;
      /** 0: `keep` decides alone. */
      readonly keepForMs: number;
      readonly verify: VerifyMode;
      /** Folder on the runner, empty: it stays on the server. */
      readonly downloadTo: string;
    }
  | { readonly operation: 'list' }
  | {
      readonly operation: 'verify';
      /** Empty: the newest one. */
      readonly id: string;
      readonly how: Exclude<VerifyMode, 'none'>;
      readonly downloadTo: string;
    }
  | {
      readonly operation: 'restore';
      readonly id: string;
      /** Folder on the server, absolute; empty: one below deploy-path. */
      readonly to: string;
    };

export interface BackupRequest {
  readonly inputs: ServerInputs;
  readonly place: BackupPlace;
  readonly task: BackupTask;
  /** The newest verified backup may be as old as this; undefined: any age will do. Milliseconds. */
  readonly maxAgeMs: number | undefined;
  readonly identity: RunIdentity;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
  /** Told before the first lease is taken, and when every lease was given back. */
  readonly onHold: (state: 'held' | 'released') => void;
  readonly onFolder: (folder: string) => void;
}

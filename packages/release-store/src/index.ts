export {
  type Additions,
  composeTree,
  ENV_FILE,
  type LinkMapping,
  parseInnerPath,
  parseLinkMapping,
  sharedTargets,
} from './additions.ts';
export { createStoreWithBackups } from './backup/backup-store.ts';
export type {
  BackupFile,
  BackupPlace,
  BackupProgress,
  BackupRequest,
  BackupSpec,
  BackupStore,
  CreateBackupRequest,
  CreatedBackup,
  DownloadBackupRequest,
  DownloadedBackup,
  ListBackupsRequest,
  ListedBackups,
  MadeBackup,
  OmittedPath,
  RestoreBackupRequest,
  RestoredBackup,
  StageBackupRequest,
  StagedBackup,
  StoredBackup,
  StoredDatabase,
  StoreWithBackups,
  Verified,
  VerifiedBackup,
  VerifyBackupRequest,
  VerifyMode,
} from './backup/contract.ts';
export { type BackupPath, type BackupSelection, BadBackupPath, parseBackupPath } from './backup/paths.ts';
export { type BytePath, displayPath } from './byte-path.ts';
export { makePlan, type Plan } from './plan.ts';
export { createReleaseId, RELEASE_ID } from './release-id.ts';
export type { ReleaseInfo, ReleaseState, StoredRelease, StoreReport } from './report.ts';
export type { Runbook } from './runbook.ts';
export { requireFile, type Selection, scanSource } from './scan.ts';
export { createSelection, parseGlob } from './selection.ts';
export { createStore } from './store.ts';
export type {
  CloseReport,
  CloseRequest,
  Gate,
  Intent,
  LedgerEntry,
  Passed,
  Store,
  StoreSettings,
  Switching,
  SwitchReport,
  SwitchRequest,
} from './store-contract.ts';
export { createTree, type ReleaseTree, type TreeEntry } from './tree.ts';

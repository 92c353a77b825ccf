import { Failure } from '@plimsoll/outcome';
import type { BackupPlace } from '@plimsoll/release-store';
import { parseDeployPath } from '../server-inputs.ts';

/** Form of a backup id: UTC time, then the release that was live, or `none`; and a number where two would be the same. */
const BACKUP_ID = /^\d{8}T\d{6}Z-(?:none|\d{8}T\d{6}Z-[0-9a-z]{1,40})(?:-\d+){0,2}$/;

/** Folders below deploy-path that are served, or are Plimsoll's own: neither a place for backups nor for what is restored. */
const LIVE: ReadonlySet<string> = new Set(['current', 'releases', 'shared', '.plimsoll']);

/** @throws Failure('input') for what is no id of a backup */
export function parseBackupId(text: string): string {
  if (BACKUP_ID.test(text)) return text;
  throw new Failure(
    'input',
    `'${text.slice(0, 80)}' is not the id of a backup, such as '20260201T030000Z-20260131T120000Z-1a2b3c4'`,
  );
}

/**
 * A folder on the server, absolute or below deploy-path, of the same plain characters as deploy-path; without a slash at its end.
 * @throws Failure('input')
 */
export function parseServerFolder(text: string): string {
  if (text.startsWith('/')) return parseDeployPath(text);
  const path = text.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
  const refusal = (why: string): Failure =>
    new Failure('input', `'${text}' ${why}. Give an absolute path, or one below deploy-path`);
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..')) throw refusal("contains '.' or '..'");
  if (!/^[A-Za-z0-9/._+@,=~-]+$/.test(path)) throw refusal('contains spaces or special characters');
  return path;
}

/** A folder of `parseServerFolder` as an absolute path. */
export function absoluteFolder(deployPath: string, folder: string): string {
  return folder.startsWith('/') ? folder : `${deployPath}/${folder}`;
}

/** Where the backups of an environment lie. `folder` as of `parseServerFolder`; empty: `backups` below deploy-path. */
export function backupPlace(
  { deployPath, environment }: { readonly deployPath: string; readonly environment: string },
  folder: string,
): BackupPlace {
  return { folder: `${absoluteFolder(deployPath, folder || 'backups')}/${environment || 'default'}`, environment };
}

/** Why nothing of ours may be put into this folder (absolute); nothing when it may. */
export function refusePlace(deployPath: string, folder: string): string | undefined {
  if (`${deployPath}/`.startsWith(`${folder}/`)) return `'${folder}' is deploy-path itself, or holds it`;
  if (!folder.startsWith(`${deployPath}/`)) return undefined;
  const [top = ''] = folder.slice(deployPath.length + 1).split('/');
  return LIVE.has(top) ? `'${folder}' lies in '${top}', which is live` : undefined;
}

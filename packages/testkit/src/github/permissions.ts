import type { PermissionLevel, PermissionName, Repository, Token } from './world.ts';

export interface Permission {
  readonly name: PermissionName;
  readonly level: PermissionLevel;
}

interface Asker {
  readonly token: Token;
  readonly repository: Repository;
}

/** Whether a token may do something in a repository. What is public, anybody may read. */
export function may({ token, repository }: Asker, { name, level }: Permission): boolean {
  const granted = token.permissions[name];
  if (granted === 'write' || granted === level) return true;
  return level === 'read' && !repository.isPrivate;
}

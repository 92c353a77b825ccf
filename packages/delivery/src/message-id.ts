import { createHash } from 'node:crypto';
import type { Story } from '@plimsoll/message';

/**
 * The idempotency id of a message (`webhook-id`): the same for every try and for every run of the same step of the same
 * attempt that has the same to say, different for everything else.
 */
export function messageId(story: Story, env: Readonly<Record<string, string | undefined>>): string {
  const place = ['GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'GITHUB_ACTION'].map(
    (name) => env[name] ?? '',
  );
  return `msg_${createHash('sha256')
    .update(JSON.stringify([place, story]))
    .digest('base64url')
    .slice(0, 32)}`;
}

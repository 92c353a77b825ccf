import type { JsonPlace } from '../../json/place.ts';
import { SARIF_LEVELS } from '../severity.ts';
import { kept } from '../texts.ts';

/** What the tool tells of its own work, apart from what it found. */
const NOTIFICATIONS = ['toolExecutionNotifications', 'toolConfigurationNotifications'] as const;

/** How a process ended that did not end by itself (3.20.9), or why it never began (3.20.11). Whatever is said of success beside it is not true. */
const BROKEN_OFF = ['exitSignalName', 'processStartFailureMessage'] as const;

/**
 * Results of a scan that broke off are the results of a part.
 *
 * @throws Failure `report` when an invocation says that it failed (3.20.14), or that it met an error, such as a file that it could not
 * read (3.20.21, 3.20.22).
 */
export function checkInvocations(run: JsonPlace): void {
  for (const invocation of run.itemsOf('invocations')) {
    const successful = invocation.required('executionSuccessful');
    if (!successful.isTrue()) successful.refuse(`is false: the scan did not finish${reasonIn(invocation)}`);
    const signs = BROKEN_OFF.flatMap((name) => invocation.optional(name) ?? []);
    for (const sign of signs) sign.refuse(`says that the scan broke off: ${kept(sign.text())}`);
    for (const notification of NOTIFICATIONS.flatMap((name) => invocation.itemsOf(name)))
      checkNotification(notification);
  }
}

function checkNotification(notification: JsonPlace): void {
  const isError = notification.optional('level')?.oneOf(SARIF_LEVELS) === SARIF_LEVELS.error;
  if (isError) notification.refuse(`is an error that the tool met, so the scan is not whole${told(notification)}`);
}

function reasonIn(invocation: JsonPlace): string {
  const [first] = NOTIFICATIONS.flatMap((name) => invocation.itemsOf(name));
  return first === undefined ? '' : told(first);
}

function told(notification: JsonPlace): string {
  const text = kept(notification.optional('message')?.textOf('text') ?? '');
  return text === '' ? '' : `: ${text}`;
}

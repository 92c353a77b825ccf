import { type CheckoutSeen, checkoutText } from '@plimsoll/policy';

/** Which commit the workspace holds: evidence is of that one, whatever the run is of. */
export function workspaceText(checkout: CheckoutSeen): string {
  return `In the workspace: ${checkoutText(checkout)}.`;
}

/** Whether the workspace holds another commit than that of the run, so that people have to know. */
export function isElsewhere({ kind }: CheckoutSeen): boolean {
  return kind === 'other' || kind === 'moved';
}

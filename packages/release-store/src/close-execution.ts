import { parseReleases } from './report.ts';
import { SLACK_MS, startExecution, unheard } from './start-execution.ts';
import type { CloseReport, CloseRequest, StoreSettings } from './store-contract.ts';

/** Execution 4: confirms, reverts or drops; gives the lease back. */
export async function close(settings: StoreSettings, request: CloseRequest): Promise<CloseReport> {
  const heard = new Map<string, string>();
  const lists = { removed: [] as string[], release: [] as string[] };
  const { done } = startExecution(settings, 'close', {
    args: {
      do: request.decision,
      intent: 'recover',
      fence: String(request.fence),
      release: request.release,
      keep: String(request.keep),
      event: request.decision === 'confirm' ? request.event : '',
      failed: 'markFailed' in request ? request.markFailed : '',
      cause: request.decision === 'revert' ? request.cause : '',
      mark: request.decision === 'revert' ? request.mark : '',
    },
    onEvent: ({ name, value }) => {
      if (name === 'removed' || name === 'release') lists[name].push(value);
      else heard.set(name, value);
    },
    limitMs: SLACK_MS,
  });
  await done;
  return {
    ...readClose(heard),
    removed: lists.removed,
    releases: parseReleases(lists.release, heard.get('current') ?? ''),
  };
}

type CloseEnd = Pick<CloseReport, 'end' | 'liveRelease' | 'detail' | 'deadline'>;

function readClose(heard: ReadonlyMap<string, string>): CloseEnd {
  if (!heard.has('closed')) throw unheard('closed');
  const nothing = { liveRelease: '', detail: '', deadline: 0 };
  const late = heard.get('late');
  if (late !== undefined) return { ...nothing, end: 'late', detail: late };
  const reverted = heard.get('reverted');
  if (reverted !== undefined) return readReverted(reverted);
  if (heard.has('stayed')) return { ...nothing, end: 'stayed', liveRelease: heard.get('stayed') ?? '' };
  const pending = heard.get('pending');
  if (pending !== undefined) return { ...nothing, end: 'pending', deadline: Number(pending) };
  return { ...nothing, end: heard.has('confirmed') ? 'confirmed' : 'dropped' };
}

function readReverted(value: string): CloseEnd {
  const [liveRelease = '', code = '', ...detail] = Buffer.from(value, 'latin1').toString('utf8').split(' ');
  return { end: code === '' ? 'reverted' : 'revert-failed', liveRelease, detail: detail.join(' '), deadline: 0 };
}

import type { RemoteEvent } from '@plimsoll/ssh';
import { parseReleases } from './report.ts';
import { unheard } from './start-execution.ts';
import type { CloseReport } from './store-contract.ts';

/** Collects what a server says while it settles a deployment. */
export class CloseReader {
  private readonly heard = new Map<string, string>();
  private readonly lists = { removed: [] as string[], release: [] as string[] };

  readonly hear = ({ name, value }: RemoteEvent): void => {
    if (name === 'removed' || name === 'release') this.lists[name].push(value);
    else this.heard.set(name, value);
  };

  /** @throws Failure('remote-environment') when the server did not say that it came to the end */
  read(): CloseReport {
    const { heard, lists } = this;
    const releases = parseReleases(lists.release, heard.get('current') ?? '');
    return { ...readEnd(heard), removed: lists.removed, releases };
  }
}

type CloseEnd = Pick<CloseReport, 'end' | 'liveRelease' | 'detail' | 'deadline'>;

function readEnd(heard: ReadonlyMap<string, string>): CloseEnd {
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

import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What one request got. */
export interface Answer {
  /** Milliseconds since the visitor came. */
  readonly at: number;
  /** Version that answered, well or not; empty when nobody did. */
  readonly version: string;
  readonly isGood: boolean;
}

/** Somebody who uses the service all the time. */
export interface Visitor {
  /** Everything that the visitor has seen, the oldest first; it grows. */
  readonly answers: readonly Answer[];
  /** Ends the visit. */
  leave(): Promise<void>;
}

const PAUSE_MS = 20;
const PATIENCE_MS = 2000;

/** Sends one request after the other. What happens before the first good answer does not count: there is no service yet. */
export function startVisitor(url: string): Visitor {
  const answers: Answer[] = [];
  const startedAt = performance.now();
  const leaving = new AbortController();
  const visit = async (): Promise<void> => {
    while (!leaving.signal.aborted) {
      const answer = { at: performance.now() - startedAt, ...(await ask(url)) };
      if (answers.length > 0 || answer.isGood) answers.push(answer);
      await pause(PAUSE_MS);
    }
  };
  const visiting = visit();
  const leave = (): Promise<void> => {
    leaving.abort();
    return visiting;
  };
  return { answers, leave };
}

/** One request on a connection of its own. Good is only the whole page of the version that the header names. */
function ask(url: string): Promise<Omit<Answer, 'at'>> {
  const { promise, resolve } = Promise.withResolvers<Omit<Answer, 'at'>>();
  const nobody = { version: '', isGood: false };
  const request = get(url, { agent: false, timeout: PATIENCE_MS }, (response) => {
    const version = String(response.headers['x-version'] ?? '');
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (part: string) => (body += part));
    response.on('error', () => resolve(nobody));
    response.on('end', () =>
      resolve({ version, isGood: response.statusCode === 200 && body === `harbour ${version}\n` }),
    );
  });
  request.on('timeout', () => request.destroy());
  request.on('error', () => resolve(nobody));
  return promise;
}

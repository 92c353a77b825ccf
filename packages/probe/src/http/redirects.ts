import { Fault, wrong } from '../fault.ts';
import type { Telling } from '../telling.ts';
import { type Ask, redirected } from './ask.ts';
import type { Answer } from './exchange.ts';

export interface RedirectRequest {
  readonly first: Ask;
  /** 0 to 3. */
  readonly most: number;
  /** Statuses that are an end in themselves. */
  readonly isExpected: (status: number) => boolean;
  readonly ask: (ask: Ask) => Promise<Answer>;
  readonly tell: Telling;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface Landing {
  readonly answer: Answer;
  readonly url: URL;
}

/**
 * Asks, and follows redirects as far as is allowed. Another origin is never asked, so that no header of ours gets there. Throws Fault for
 * a redirect that is not followed, with where it led.
 */
export async function followRedirects(request: RedirectRequest): Promise<Landing> {
  const seen = new Set<string>();
  let ask = request.first;
  for (;;) {
    const answer = await request.ask(ask);
    if (!REDIRECTS.has(answer.status) || request.isExpected(answer.status)) return { answer, url: ask.url };
    seen.add(ask.url.href);
    ask = redirected(ask, destinationOf({ answer, from: ask.url, seen, ...request }), answer.status);
  }
}

interface Step extends Pick<RedirectRequest, 'most' | 'tell'> {
  readonly answer: Answer;
  readonly from: URL;
  readonly seen: ReadonlySet<string>;
}

/** Throws Fault unless the redirect may be followed. */
function destinationOf({ answer, from, seen, most, tell }: Step): URL {
  const { location } = answer.headers;
  if (location === undefined) throw refused(`${answer.status} without a location.`);
  const url = nextUrl(location, from);
  const where = tell.quote(url?.href ?? location);
  if (url === undefined || url.origin !== from.origin) {
    throw refused(`${answer.status} leads to another origin, ${where}; it was not followed.`);
  }
  if (most === 0) throw refused(`${answer.status} leads to ${where}; redirects are not followed unless told.`);
  if (seen.has(url.href)) throw refused(`The redirects go round in circles, back to ${where}.`);
  if (seen.size > most) throw refused(`More than ${most} redirects; the next leads to ${where}.`);
  return url;
}

function nextUrl(location: string, base: URL): URL | undefined {
  const url = URL.parse(location, base.href) ?? undefined;
  // Credentials are never sent, nor shown.
  if (url !== undefined) Object.assign(url, { hash: '', username: '', password: '' });
  return url;
}

function refused(detail: string): Fault {
  return new Fault(wrong('health', detail));
}

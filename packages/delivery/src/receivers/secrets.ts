/** Shorter ones are not masked by themselves: they would blank out half of the log, and are no secret alone. */
const SHORTEST_PART = 8;
const LONGEST_WORD = 20;

/**
 * Whether a part of a URL could be a secret. Words such as `webhooks` and `services` are not: the runner would blank them
 * out everywhere, and withhold every job output in which they occur.
 */
function isSecretLike(part: string): boolean {
  const isMixed = /[A-Za-z]/u.test(part) && (/\d/u.test(part) || (/[a-z]/u.test(part) && /[A-Z]/u.test(part)));
  return part.length > LONGEST_WORD || (part.length >= SHORTEST_PART && isMixed);
}

/** What of a line of `urls` must not be seen by itself: each part of the path and query, user and password. */
export function secretsInUrl(line: string): readonly string[] {
  const text = line.replace(/^[A-Za-z][A-Za-z-]*=/u, '').trim();
  const url = URL.parse(text);
  const shapes = url === null ? [text] : [text, url.href, url.pathname + url.search, url.search.slice(1)];
  const parts = url === null ? text.split(/[/?&=:@]/u) : [...url.pathname.split('/'), ...queryValues(url)];
  const found = [...shapes, ...parts, ...parts.map(decodedOrSame)].filter(isSecretLike);
  return once([...found, ...(url === null ? [] : credentials(url))]);
}

/** What of a line of `headers` must not be seen by itself: its value, and the token in it. */
export function secretsInHeader(line: string): readonly string[] {
  const value = line.slice(line.indexOf(':') + 1).trim();
  return once([value, ...value.split(/\s+/u)].filter((part) => part.length >= SHORTEST_PART));
}

/** A signing secret is masked with and without its prefix. */
export function secretsInKey(line: string): readonly string[] {
  return once([line.replace(/^whsec_/u, '')].filter((part) => part !== ''));
}

function queryValues({ search }: URL): readonly string[] {
  return search
    .slice(1)
    .split('&')
    .map((pair) => pair.slice(pair.indexOf('=') + 1));
}

/** A password is a secret however short it is; a user name only when it looks like one. */
function credentials({ username, password }: URL): readonly string[] {
  const names = [username, decodedOrSame(username)].filter(isSecretLike);
  return [...names, password, decodedOrSame(password)].filter((part) => part !== '');
}

function decodedOrSame(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function once(parts: readonly string[]): readonly string[] {
  return [...new Set(parts)];
}

import type { RestAnswer, RestList } from './exchange.ts';

const DEFAULT_PAGE = 30;
const LONGEST_PAGE = 100;

/** The page of a list that a request asks for, with links to the others. */
export function pageAnswer({ items, wrap = (page) => page }: RestList, url: URL): RestAnswer {
  const size = Math.min(LONGEST_PAGE, wholeNumber(url.searchParams.get('per_page')) ?? DEFAULT_PAGE);
  const number = wholeNumber(url.searchParams.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = linksOf(url, { number, last });
  const page = items.slice((number - 1) * size, number * size);
  return { status: 200, headers: links === '' ? {} : { link: links }, body: wrap(page, number) };
}

function linksOf(url: URL, { number, last }: { readonly number: number; readonly last: number }): string {
  const link = (to: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const before = number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : [];
  const after = number < last ? [link(number + 1, 'next'), link(last, 'last')] : [];
  return [...before, ...after].join(', ');
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : undefined;
}

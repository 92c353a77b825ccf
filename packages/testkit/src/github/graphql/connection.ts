import { type Arguments, GraphqlInvalid, type Thing, type Value } from './execute.ts';

const LONGEST_PAGE = 100;

/** A list that is read in pages, as GitHub hands out all lists of GraphQL. */
export function connection(type: string, items: readonly Thing[], args: Arguments): Thing {
  const { first, last, after, before } = args;
  const from = after === undefined || after === null ? 0 : position(after) + 1;
  const to = before === undefined || before === null ? items.length : position(before);
  const window = pageWindow({ from, to: Math.max(from, to) }, limit(type, { first, last }), first === undefined);
  const page = items.slice(window.from, window.to);
  const cursor = (at: number): Value => (page.length === 0 ? null : cursorOf(at));
  const pageInfo: Thing = {
    type: 'PageInfo',
    fields: {
      hasNextPage: () => window.to < items.length,
      hasPreviousPage: () => window.from > 0,
      endCursor: () => cursor(window.to - 1),
      startCursor: () => cursor(window.from),
    },
  };
  return { type, fields: { totalCount: () => items.length, nodes: () => page, pageInfo: () => pageInfo } };
}

interface Window {
  readonly from: number;
  readonly to: number;
}

function pageWindow({ from, to }: Window, size: number, isFromEnd: boolean): Window {
  return isFromEnd ? { from: Math.max(from, to - size), to } : { from, to: Math.min(to, from + size) };
}

function limit(type: string, { first, last }: { readonly first: unknown; readonly last: unknown }): number {
  const size = first ?? last;
  if (typeof size !== 'number') {
    throw new GraphqlInvalid(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${type}\` connection.`,
    );
  }
  if (size > LONGEST_PAGE || size < 1) {
    throw new GraphqlInvalid(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${type}\` connection exceeds the \`first\` limit of ${LONGEST_PAGE} records.`,
    );
  }
  return size;
}

function cursorOf(position: number): string {
  return Buffer.from(`cursor:v2:${position}`).toString('base64');
}

function position(cursor: unknown): number {
  const text = Buffer.from(String(cursor), 'base64').toString('utf8');
  const digits = /^cursor:v2:(?<at>\d+)$/u.exec(text)?.groups?.['at'];
  if (digits === undefined)
    throw new GraphqlInvalid('INVALID_CURSOR_ARGUMENTS', `\`${String(cursor)}\` does not appear to be a valid cursor.`);
  return Number(digits);
}

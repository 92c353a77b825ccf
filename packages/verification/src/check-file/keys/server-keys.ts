/** Keys of checks that run on the server. */
import { Failure } from '@plimsoll/outcome';
import type { DatabaseKind } from '@plimsoll/probe';
import type { CommandCheck } from '../../check.ts';
import { oneOrMore } from '../collections.ts';
import { type Mapping, section } from '../mapping.ts';
import { checkedText, choice, filledText, integer, patternText, TEXT } from '../scalars.ts';
import type { Table } from '../shape.ts';
import { NAME, PATTERN, TIMEOUT } from './shared-keys.ts';

export const PROCESS: Table<{ process: string; name: string }, { timeout: number }> = {
  process: {
    name: 'process',
    shape: patternText({
      pattern: /^(?:user:)?[A-Za-z0-9_][A-Za-z0-9:_.\\@-]{0,254}$/u,
      expected: 'the name of a systemd unit, such as shop.service or user:shop.service',
      parse: (text) => text,
    }),
    meaning: 'The systemd unit that has to be active on the server; with `user:` before it, one of the user.',
  },
  name: NAME,
  timeout: TIMEOUT,
};

export const PID_FILE: Table<{ pidFile: string; name: string }, { timeout: number }> = {
  pidFile: {
    name: 'pid-file',
    shape: patternText({
      pattern: /^\/\P{Cc}*$/u,
      expected: 'an absolute path',
      parse: (text) => text,
    }),
    meaning: 'The file on the server that holds the id of a process that has to run.',
  },
  name: NAME,
  timeout: TIMEOUT,
};

export const COMMAND_EXPECT: Table<{ contains: readonly string[]; matches: readonly string[] }, { status: number }> = {
  status: {
    name: 'status',
    shape: integer({ min: 0, max: 255 }),
    meaning: 'The exit status that it has to end with.',
    preset: { text: '0', value: 0 },
  },
  contains: { name: 'contains', shape: oneOrMore(TEXT), meaning: 'What the output has to contain: a text or a list.' },
  matches: {
    name: 'matches',
    shape: oneOrMore(PATTERN),
    meaning: 'Regular expressions that the output has to match, without the blanks around it.',
  },
};

export const COMMAND: Table<
  { command: string; name: string; expect: Mapping },
  { code: CommandCheck['code']; timeout: number }
> = {
  command: {
    name: 'command',
    shape: checkedText((text) => {
      if (text.trim() === '' || text.includes('\0')) throw new Failure('input', 'this is no command.');
    }),
    meaning: 'A command line of POSIX sh that is run on the server. It can hold several lines.',
  },
  name: NAME,
  expect: { name: 'expect', shape: section(COMMAND_EXPECT), meaning: 'What it has to say. All of it has to hold.' },
  code: {
    name: 'code',
    shape: choice(['database', 'health']),
    meaning: 'What a failure is called.',
    preset: { text: 'health', value: 'health' },
  },
  timeout: TIMEOUT,
};

export const DATABASE: Table<{ database: DatabaseKind; name: string; connection: string }, { timeout: number }> = {
  database: {
    name: 'database',
    shape: choice(['postgresql', 'mysql', 'redis', 'sqlite']),
    meaning: 'The kind of database that is asked on the server, with its own client, whether it answers.',
  },
  name: NAME,
  connection: {
    name: 'connection',
    // In a URL, what comes from a variable must not be taken for a part of the URL's own punctuation.
    shape: filledText((text) =>
      text.includes('://') ? (value) => encodeURIComponent(value.toWellFormed()) : (value) => value,
    ),
    meaning:
      'Where it is: a URL such as `postgresql://shop:${DB_PASSWORD}@localhost/shop`, the name of a database (PostgreSQL, MySQL), or the path of a file (SQLite). `${NAME}` reads a variable of the step.',
  },
  timeout: TIMEOUT,
};

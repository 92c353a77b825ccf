import { styleText } from 'node:util';

/** Where the demo shows itself: lines, and on a terminal one line below them that changes. */
export interface Screen {
  line(text?: string): void;
  /** Shown until the next line or status; a plain log does not get it. */
  status(text: string): void;
  /** Whether `status` is seen by anybody. */
  readonly isLive: boolean;
}

export type Style = Parameters<typeof styleText>[0];

/** Colours a text on a terminal, unless NO_COLOR asks for none. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

const ERASE_LINE = '\r\u001b[2K';

/** The screen on standard output. */
export function openScreen(): Screen {
  const { stdout } = process;
  const isLive = stdout.isTTY && process.env['TERM'] !== 'dumb';
  let hasStatus = false;
  const erase = (): string => (hasStatus ? ERASE_LINE : '');
  return {
    isLive,
    line: (text = '') => {
      stdout.write(`${erase()}${text}\n`);
      hasStatus = false;
    },
    status: (text) => {
      if (!isLive) return;
      stdout.write(`${erase()}${text.slice(0, stdout.columns - 1)}`);
      hasStatus = text !== '';
    },
  };
}

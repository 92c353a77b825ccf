import { describe, expect, it } from '@jest/globals';
import { ENCODING_HEAD_BYTES } from '../src/text/encoding.ts';
import { readCoverage, readTests, refusal } from './reading.ts';

/** So that what follows is not in the part that is looked at as a whole. */
const LONG = ' '.repeat(ENCODING_HEAD_BYTES);

const report = (encoding: string | undefined, name = 'Grüße €'): string =>
  `${encoding === undefined ? '' : `<?xml version="1.0" encoding="${encoding}"?>`}<testsuite>${LONG}<testcase name="${name}"><failure/></testcase></testsuite>`;

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const marked = (...bytes: readonly number[]): Buffer => Buffer.from(bytes);

const READ: readonly (readonly [name: string, bytes: Buffer, text: string])[] = [
  ['UTF-8 without a declaration', Buffer.from(report(undefined)), 'Grüße €'],
  ['UTF-8', Buffer.from(report('utf-8')), 'Grüße €'],
  ['UTF-8 with a mark', Buffer.concat([marked(0xef, 0xbb, 0xbf), Buffer.from(report('UTF-8'))]), 'Grüße €'],
  ['UTF-16 LE with a mark', Buffer.concat([marked(0xff, 0xfe), Buffer.from(report('UTF-16'), 'utf16le')]), 'Grüße €'],
  ['UTF-16 BE with a mark', Buffer.concat([marked(0xfe, 0xff), swapped(report('utf-16', '😀'))]), '😀'],
  ['UTF-16 LE without a mark', Buffer.from(report('UTF-16LE'), 'utf16le'), 'Grüße €'],
  ['ISO-8859-1', Buffer.from(report('ISO-8859-1', 'Grüße'), 'latin1'), 'Grüße'],
  ['Windows-1252', Buffer.from(report('windows-1252', 'Gr\xfc\xdfe \x80'), 'latin1'), 'Grüße €'],
  ['US-ASCII', Buffer.from(report('US-ASCII', 'Gr&#xFC;&#223;e &#x20AC;')), 'Grüße €'],
];

const start = report('utf-8', '').indexOf('name="') + 6;

const REFUSED: readonly (readonly [name: string, bytes: Buffer, message: string])[] = [
  ['UTF-32', Buffer.concat([marked(0xff, 0xfe, 0, 0), Buffer.alloc(8)]), 'UTF-32 is not read (byte 0)'],
  ['an encoding that is not known', Buffer.from(report('EBCDIC-37')), 'the encoding "ebcdic-37" is not read'],
  ['UTF-16 that is none', Buffer.from(report('UTF-16')), 'declares the encoding "utf-16", which its bytes are not in'],
  ['UTF-16 without a mark or declaration', swapped(report(undefined, 'x')), 'as no known format does (byte 0)'],
  [
    'UTF-16 of the other order',
    Buffer.concat([marked(0xff, 0xfe), Buffer.from(report('utf-16be'), 'utf16le')]),
    'which its bytes are not in',
  ],
  [
    'a mark against the declaration',
    Buffer.concat([marked(0xef, 0xbb, 0xbf), Buffer.from(report('iso-8859-1', 'x'))]),
    'its first bytes say utf-8',
  ],
  [
    'UTF-16 that declares UTF-8',
    Buffer.concat([marked(0xff, 0xfe), Buffer.from(report('utf-8'), 'utf16le')]),
    'its first bytes say utf-16le',
  ],
  [
    'Latin-1 that declares UTF-8',
    Buffer.from(report('utf-8', 'Grüße'), 'latin1'),
    `not valid UTF-8 (byte ${start + 2})`,
  ],
  [
    'a byte beyond US-ASCII',
    Buffer.from(report('us-ascii', 'Grüße')),
    `a byte beyond it (byte ${report('us-ascii', '').indexOf('name="') + 8})`,
  ],
  [
    'half a character of UTF-8 at the end',
    Buffer.concat([Buffer.from(report('utf-8')), marked(0xe2, 0x82)]),
    'ends within a character',
  ],
  [
    'half a character of UTF-16 at the end',
    Buffer.concat([Buffer.from(report('utf-16le'), 'utf16le'), marked(0)]),
    'ends within a character',
  ],
  [
    'a lone surrogate',
    Buffer.from(report('utf-16le', '\ud800x'), 'utf16le'),
    `not valid UTF-16 (byte ${2 * (start + 3)})`,
  ],
  ['a zero', Buffer.from(report('utf-8', 'a\0b')), `"\\u0000" is not allowed in an attribute (byte ${start + 1})`],
];

describe('encodings', () => {
  it.each(READ)('reads %s, however it is cut', async (_, bytes, text) => {
    for (const chunk of [bytes.length, 1, 3, ENCODING_HEAD_BYTES]) {
      const { failures } = await readTests(bytes, { chunk });
      expect(failures).toMatchObject([{ name: text }]);
    }
  });

  it.each(REFUSED)('refuses %s', async (_, bytes, message) => {
    for (const chunk of [bytes.length, 1]) expect(await refusal(bytes, { chunk })).toContain(message);
  });

  it('knows the place in the report of what is wrong in UTF-16 and Latin-1', async () => {
    const wrong = `<testsuite>${LONG}<testcase name="ß€"/><oops></testsuite>`;
    const declared = `<?xml version="1.0" encoding="latin1"?>${wrong.replace('€', 'ü')}`;
    for (const chunk of [9999, 700]) {
      expect(await refusal(Buffer.concat([marked(0xff, 0xfe), Buffer.from(wrong, 'utf16le')]), { chunk })).toContain(
        `(byte ${2 + 2 * wrong.indexOf('</')})`,
      );
      expect(await refusal(Buffer.from(declared, 'latin1'), { chunk })).toContain(`(byte ${declared.indexOf('</')})`);
    }
  });

  it('reads a mark before formats that are not XML', async () => {
    const mark = marked(0xef, 0xbb, 0xbf);
    expect(await readCoverage(Buffer.concat([mark, Buffer.from('SF:a\nDA:1,1\nend_of_record\n')]))).toMatchObject({
      format: 'lcov',
    });
    const wide = Buffer.concat([marked(0xff, 0xfe), Buffer.from('mode: set\r\nm/ä.go:1.1,1.2 1 1\r\n', 'utf16le')]);
    expect(await readCoverage(wide)).toMatchObject({ format: 'go', files: [{ path: 'm/ä.go' }] });
  });
});

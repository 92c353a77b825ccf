import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_DOCTYPE_BYTES, MAX_NAMES, MAX_TOKEN_BYTES } from '../src/limits.ts';
import { createConverter } from '../src/text/to-utf8.ts';
import { Unreadable } from '../src/unreadable.ts';
import { XmlScanner } from '../src/xml/scanner.ts';

type Event =
  | readonly ['open', string, Readonly<Record<string, string>>]
  | readonly ['close', string]
  | readonly ['text', string];

/** What the scanner tells of a document; texts in one piece. @throws Unreadable */
function events(
  document: string | Buffer,
  chunk = Number.POSITIVE_INFINITY,
  names: readonly string[] = NAMES,
): Event[] {
  const told: Event[] = [];
  const scanner = new XmlScanner({
    wantsText: true,
    open: (name, attributes) => {
      const pairs = names.flatMap((attribute) => {
        const value = attributes.text(attribute);
        return value === undefined ? [] : [[attribute, value] as const];
      });
      told.push(['open', name, Object.fromEntries(pairs)]);
    },
    close: (name) => told.push(['close', name]),
    text: (piece) => addText(told, piece),
  });
  const bytes = Buffer.from(document);
  const converter = createConverter('utf-8', 0);
  for (let start = 0; start < bytes.length; start += chunk) {
    scanner.write(converter.convert(bytes.subarray(start, start + chunk)));
  }
  scanner.end();
  return told;
}

function addText(told: Event[], piece: string): void {
  const last = told.at(-1);
  if (last?.[0] === 'text') told[told.length - 1] = ['text', last[1] + piece];
  else told.push(['text', piece]);
}

const NAMES = ['a', 'b', 'c-d', 'e.f', 'ü'];

/** What an XML parser of others tells of it; undefined for a document that it refuses. */
function eventsOfSaxes(document: string): Event[] | undefined {
  const told: Event[] = [];
  let isGood = true;
  const parser = new SaxesParser();
  parser.on('error', () => {
    isGood = false;
  });
  parser.on('opentag', ({ name, attributes }) => told.push(['open', name, { ...attributes }]));
  parser.on('closetag', ({ name }) => told.push(['close', name]));
  const text = (piece: string): void => {
    if (piece !== '' && told.length > 0 && !isClosed(told)) addText(told, piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(document).close();
  return isGood ? told : undefined;
}

function isClosed(told: readonly Event[]): boolean {
  return told.filter(([kind]) => kind === 'open').length === told.filter(([kind]) => kind === 'close').length;
}

interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

const characters = fc.string({
  unit: fc.constantFrom(...Array.from('ab]>-<&"\' \t\n;?!é€😀'), ']]>', '--', '&amp;', '<!--'),
  maxLength: 12,
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom('x', 'y:z', 'testcase', 'ü'),
    attributes: fc.dictionary(fc.constantFrom(...NAMES), characters, { maxKeys: 3, noNullPrototype: true }),
    children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(fc.oneof(characters, tie('tree')), { maxLength: 3 })),
  }),
}));

const escaped = (text: string): string =>
  text.replaceAll(
    /[<&>"'\t\n\r]/gu,
    (one) => ({ '<': '&lt;', '&': '&amp;', '"': '&quot;' })[one] ?? `&#${one.charCodeAt(0)};`,
  );

function written({ name, attributes, children }: Tree): string {
  const pairs = Object.entries(attributes).map(([key, value], index) =>
    index % 2 === 0 ? ` ${key}="${escaped(value)}"` : `\n${key} = '${escaped(value)}' `,
  );
  const start = `<${name}${pairs.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const inside = children.map((child, index) =>
    typeof child === 'string' ? writtenText(child, index) : written(child),
  );
  return `${start}>${inside.join('<!-- - ]]> & < --><?note ? >?>')}</${name} >`;
}

function writtenText(text: string, index: number): string {
  return index % 2 === 1 && !text.includes(']]>') ? `<![CDATA[${text}]]>` : escaped(text);
}

function eventsOf(told: Event[], { name, attributes, children }: Tree): Event[] {
  const local = name.slice(name.indexOf(':') + 1);
  told.push(['open', local, attributes]);
  for (const child of children) {
    if (typeof child !== 'string') eventsOf(told, child);
    else if (child !== '') addText(told, child);
  }
  told.push(['close', local]);
  return told;
}

const FAULTS: readonly (readonly [
  name: string,
  fault: { readonly document: string; readonly message: string; readonly offset: number },
])[] = [
  ['two attributes of a name', { document: '<x a="1" a="2"/>', message: 'has the attribute a twice', offset: 0 }],
  [
    'no space between attributes',
    { document: '<x a="1"b="2"/>', message: '"b" is not allowed in the tag <x>', offset: 8 },
  ],
  ['an attribute without a value', { document: '<x a/>', message: 'after the attribute a', offset: 4 }],
  [
    'an attribute without quotes',
    { document: '<x a=1/>', message: 'where the quotes of an attribute begin', offset: 5 },
  ],
  ['a < in an attribute', { document: '<x a="<"/>', message: '"<" is not allowed in an attribute', offset: 6 }],
  ['a wrong end', { document: '<x><y></x></y>', message: '</x> ends <y>', offset: 6 }],
  ['an end of nothing', { document: '<x/></x>', message: '</x> ends <>', offset: 4 }],
  ['text after the root', { document: '<x/>y', message: 'outside of the root element', offset: 4 }],
  ['CDATA after the root', { document: '<x/><![CDATA[]]>', message: 'outside of the root element', offset: 4 }],
  ['a second root', { document: '<x/><x/>', message: 'second root', offset: 4 }],
  ['a control character', { document: '<x>a\u0007</x>', message: '"\\u0007" is not allowed in a text', offset: 4 }],
  ['an entity that is not defined', { document: '<x>&nbsp;</x>', message: '&nbsp; is not defined', offset: 3 }],
  ['a reference to no character', { document: '<x a="&#xd800;"/>', message: '&#xd800; is not defined', offset: 6 }],
  [
    'a reference without an end',
    { document: '<x>&abcdefghijklmnopqrstuvwxyz</x>', message: 'an & begins no reference', offset: 3 },
  ],
  [
    'a declaration in the middle',
    { document: '<x/><?xml version="1.0"?>', message: 'not allowed after the beginning', offset: 4 },
  ],
  [
    'a declaration that is none',
    { document: '<?xml encoding="utf-8"?><x/>', message: 'is not an XML declaration', offset: 0 },
  ],
  ['XML 2', { document: '<?xml version="2.0"?><x/>', message: 'is not an XML declaration', offset: 0 }],
  [
    'entities',
    { document: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', message: 'defines a document type of its own', offset: 12 },
  ],
  [
    'entities behind an address',
    {
      document: '<!DOCTYPE x SYSTEM "[>" [<!ENTITY % a SYSTEM "b">]><x/>',
      message: 'defines a document type of its own',
      offset: 24,
    },
  ],
  [
    'a DOCTYPE of no kind',
    { document: '<!DOCTYPE x PUBLIC "a"><x/>', message: 'is not a document type declaration', offset: 0 },
  ],
  [
    'a control character in a DOCTYPE',
    { document: '<!DOCTYPE x SYSTEM "a\0"><x/>', message: 'is not a document type declaration', offset: 0 },
  ],
  [
    'a control character in the name of a DOCTYPE',
    { document: '<!DOCTYPE x\u0001><x/>', message: 'is not a document type declaration', offset: 0 },
  ],
  [
    'a control character in an XML declaration',
    { document: '<?xml version="1.0" encoding="UTF-8\u0001"?><x/>', message: 'is not an XML declaration', offset: 0 },
  ],
  ['two DOCTYPEs', { document: '<!DOCTYPE x><!DOCTYPE x><x/>', message: 'not allowed here', offset: 12 }],
  ['a DOCTYPE within', { document: '<x><!DOCTYPE x></x>', message: 'not allowed here', offset: 3 }],
  ['another declaration', { document: '<!ELEMENT x ANY><x/>', message: '<! begins neither', offset: 0 }],
];

describe('the XML scanner', () => {
  it('tells of any document what is in it, however it is cut', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 40 }), (document, chunk) => {
        const text = `<?xml version="1.0"?>\n${written(document)}\n<!-- end -->`;
        expect(events(text, chunk)).toEqual(eventsOf([], document));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses every document that is cut short, and says where it ends', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.integer({ min: 1, max: 40 }), (document, place, chunk) => {
        const bytes = Buffer.from(written(document));
        const cut = bytes.subarray(0, place % bytes.length);
        expect(() => events(cut, chunk)).toThrow(Unreadable);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with another strict parser about documents of random signs, what is wrong and what is in them', () => {
    const pieces = ['<x>', '</x>', '<x/>', '<y a="', '"', "'", ' b=', '>', '/>', '<', '&amp;', '&#65;', '&#0;', '&no;', '&', ';', 'text', ' ',
      '\n', '<!--', '-->', '--', '-', '<![CDATA[', ']]>', ']', '<?pi', '?>', '?', '<?xml version="1.0"?>', '<!DOCTYPE x>', '<!DOCTYPE x SYSTEM "y">', '!', '=', 'a', '\u0001', '\t']; // biome-ignore format: a list of signs
    const signs = fc.array(fc.constantFrom(...pieces), { maxLength: 14 });
    let good = 0;
    fc.assert(
      fc.property(fc.boolean(), signs, fc.integer({ min: 1, max: 20 }), (isWrapped, parts, chunk) => {
        const document = isWrapped ? `<x>${parts.join('')}</x>` : parts.join('');
        const expected = eventsOfSaxes(document);
        if (expected === undefined) expect(() => events(document, chunk)).toThrow(Unreadable);
        else expect(events(document, chunk)).toEqual(expected);
        good += expected === undefined ? 0 : 1;
      }),
      { numRuns: 1200 },
    );
    expect(good).toBeGreaterThan(50);
  });

  it.each(FAULTS)('refuses %s and knows where', (_, { document, message, offset }) => {
    for (const chunk of [Number.POSITIVE_INFINITY, 1]) {
      const told = thrownBy(() => events(document, chunk));
      expect(told.message).toContain(message);
      expect(told.offset).toBe(offset);
    }
  });

  it('accepts document types that are elsewhere, and never looks there', () => {
    for (const type of ['x', 'x SYSTEM "file:///etc/passwd"', `x\nPUBLIC '-//[>//EN' "http://127.0.0.1:1/x.dtd" `]) {
      expect(events(`<!DOCTYPE ${type}><x/>`, 1)).toHaveLength(2);
    }
  });

  it('reads white space in an attribute as a space, unless it is written as a reference', () => {
    expect(events('<x a="1\r\n2\t3\n4\r5&#10;6 &#x9;&lt;"/>', 1)[0]).toEqual(['open', 'x', { a: '1 2 3 4 5\n6 \t<' }]);
  });

  it('resolves control characters in XML 1.1 alone', () => {
    expect(events('<?xml version="1.1"?><x a="&#27;">&#1;</x>')).toEqual([
      ['open', 'x', { a: '\u001b' }],
      ['text', '\u0001'],
      ['close', 'x'],
    ]);
    expect(() => events('<x>&#27;</x>')).toThrow('&#27; is not defined');
  });

  it.each([
    ['depth', '<x>'.repeat(MAX_DEPTH + 1), `nested more than ${MAX_DEPTH} deep`],
    [
      'names',
      `<x>${Array.from({ length: MAX_NAMES }, (_, index) => `<n${index}/>`).join('')}`,
      `more than ${MAX_NAMES} different names`,
    ],
    [
      'attributes',
      `<x ${Array.from({ length: MAX_ATTRIBUTES + 1 }, (_, index) => `a${index}="" `).join('')}/>`,
      `more than ${MAX_ATTRIBUTES} attributes`,
    ],
    ['the length of a tag', `<x a="${'y'.repeat(MAX_TOKEN_BYTES + 1)}`, `longer than ${MAX_TOKEN_BYTES} bytes`],
    [
      'the length of a DOCTYPE',
      `<!DOCTYPE x SYSTEM "${'y'.repeat(MAX_DOCTYPE_BYTES)}`,
      `longer than ${MAX_DOCTYPE_BYTES} bytes`,
    ],
  ])('limits %s', (_, document, message) => {
    expect(() => events(document, 65_536)).toThrow(message);
  });

  it('allows as much as the limits say', () => {
    expect(events(`${'<x>'.repeat(MAX_DEPTH)}${'</x>'.repeat(MAX_DEPTH)}`)).toHaveLength(2 * MAX_DEPTH);
    const names = Array.from({ length: MAX_NAMES - 1 }, (_, index) => `<name${index}/>`);
    expect(events(`<x>${names.join('')}</x>`, 1)).toHaveLength(2 * MAX_NAMES);
    const value = 'y'.repeat(MAX_TOKEN_BYTES - 100);
    expect(events(`<x a="${value}"/>`, 65_536)[0]).toEqual(['open', 'x', { a: value }]);
  });

  it('keeps no text that nobody wants, of any length', () => {
    const scanner = new XmlScanner({
      wantsText: false,
      open: () => undefined,
      close: () => undefined,
      text: () => {
        throw new Error('It was not wanted.');
      },
    });
    const brackets = Buffer.alloc(65_536, ']');
    const before = process.memoryUsage().arrayBuffers;
    scanner.write(Buffer.from('<x><![CDATA['));
    for (let written = 0; written < 3 * MAX_TOKEN_BYTES; written += 65_536) scanner.write(brackets);
    scanner.write(Buffer.from(']]></x>'));
    scanner.end();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MAX_TOKEN_BYTES);
  });
});

function thrownBy(act: () => unknown): Unreadable {
  try {
    act();
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

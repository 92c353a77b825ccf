import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { refuseRepeatedMembers } from '../../src/json/repeated-members.ts';

describe('a member that is there twice is refused, by its place', () => {
  test.each([
    ['{"a":1,"a":2}', '$ has the member "a" twice'],
    ['{"a":{"b":1,"c":{},"b":2}}', '$.a has the member "b" twice'],
    ['[0,{"a":[{},{"b":1,"b":1}]}]', '$[1].a[1] has the member "b" twice'],
    ['{"a b":{"c":1,"c":1}}', '$["a b"] has the member "c" twice'],
    ['{"a":1,"\\u0061":2}', '$ has the member "a" twice'],
    ['{"\\"":1,"\\"":2}', '$ has the member "\\"" twice'],
    ['{"":1,"":2}', '$ has the member "" twice'],
    ['{"__proto__":1,"__proto__":2}', '$ has the member "__proto__" twice'],
    [`{${Array.from({ length: 40 }, (_, index) => `"m${index}":0`).join()},"m3":1}`, '$ has the member "m3" twice'],
  ])('%s', (text, message) => {
    expect(() => refuseRepeatedMembers(text)).toThrow(message);
  });

  test('the offset is in bytes', () => {
    expect(() => refuseRepeatedMembers('{"ä":"ö","ä":1}')).toThrow(expect.objectContaining({ offset: 11 }));
  });
});

test.each([
  '{"a":{"a":{"a":1}}}',
  '[{"a":1},{"a":1}]',
  '{"a":"a","b":"a"}',
  '{"a":["a","a"],"b":{"a":",\\"a\\":"}}',
  '{"a":"\\\\","b":"{\\"a\\":1,\\"a\\":2}"}',
  '"a"',
])('%s has none twice', (text) => {
  expect(() => refuseRepeatedMembers(text)).not.toThrow();
});

test('no document that was written from values has one', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(() => refuseRepeatedMembers(JSON.stringify(JSON.parse(text)))).not.toThrow();
    }),
  );
});

test('any member of any document, written once more, is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (members, pick) => {
      const entries = Object.entries(members);
      const again = entries[pick % entries.length] ?? entries[0];
      const written = [...entries, ...(again === undefined ? [] : [again])];
      const text = `{${written.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
      expect(() => refuseRepeatedMembers(text)).toThrow('twice');
    }),
  );
});

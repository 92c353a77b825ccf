import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import * as fc from 'fast-check';
import { parseDeployPath } from '../src/index.ts';

/** The path that was read, or why it was refused. */
function read(text: string): string | Failure {
  try {
    return parseDeployPath(text);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

describe('a deploy-path', () => {
  test.each([
    ['/srv/app', '/srv/app'],
    ['/srv/app/', '/srv/app'],
    ['//srv///app//', '/srv/app'],
    ['/srv/..app/.hidden', '/srv/..app/.hidden'],
    ['/home/me/a_b-c+d@e,f=g~h', '/home/me/a_b-c+d@e,f=g~h'],
    ['/a', '/a'],
  ])('%j is %s', (text, path) => {
    expect(read(text)).toBe(path);
  });

  test.each([
    ['srv/app', 'is not absolute'],
    ['', 'is not absolute'],
    ['~/app', 'is not absolute'],
    ['C:\\app', 'is not absolute'],
    ['/', 'is the root of the file system'],
    ['///', 'is the root of the file system'],
    ['/srv/../etc', "contains '.' or '..'"],
    ['/srv/app/..', "contains '.' or '..'"],
    ['/./srv', "contains '.' or '..'"],
    ['/srv/my app', 'contains spaces or special characters'],
    ['/srv/$HOME', 'contains spaces or special characters'],
    ['/srv/$(id)', 'contains spaces or special characters'],
    ["/srv/a'b", 'contains spaces or special characters'],
    ['/srv/a"b', 'contains spaces or special characters'],
    ['/srv/a\nb', 'contains spaces or special characters'],
    ['/srv/%n', 'contains spaces or special characters'],
    ['/srv/é', 'contains spaces or special characters'],
  ])('%j is refused: it %s', (text, why) => {
    expect(read(text)).toMatchObject({ code: 'input', message: expect.stringContaining(why) });
  });

  test('never leads to the root, up, or into a shell, whatever was typed', () => {
    const part = fc.oneof(fc.constantFrom('.', '..', '', '/', 'srv', ' ', '$x', '*', '\n'), fc.string());
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const path = read(parts.join('/'));
        if (path instanceof Failure) return;
        expect(path).toMatch(/^(\/[A-Za-z0-9._+@,=~-]+)+$/);
        expect(path.split('/')).not.toContain('..');
        expect(path.split('/')).not.toContain('.');
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { parseCommand } from '@plimsoll/gate';

describe('lines of commands', () => {
  test.each([
    ['lint: npm run lint', { name: 'lint', command: 'npm run lint' }],
    ['unit tests: a: b && echo "c: d"', { name: 'unit tests', command: 'a: b && echo "c: d"' }],
    ['x:   y', { name: 'x', command: 'y' }],
    ['x: curl -H "Accept: text/plain" \'a b: c\' http://h:80/ a\\ b', expect.objectContaining({ name: 'x' })],
    ['x: scp a host: && ssh host b:c', expect.objectContaining({ name: 'x' })],
  ])('%s', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });

  test.each(['npm run lint', 'lint:npm', ': npm', 'lint:', 'lint: ', '-x: y', 'a\u202eb: y'])(
    '%j is refused',
    (line) => {
      expect(() => parseCommand(line)).toThrow("is not of the form 'name: command'");
    },
  );

  test.each([
    ['lint: npm run lint tests: npm test', "'tests:' in the command 'lint' looks like another command"],
    ['lint: true unit tests: npm test', "'tests:' in"],
    ['lint: echo "a" \'b\' c.d: e', "'c.d:' in"],
  ])('%j is two commands in one', (line, why) => {
    expect(() => parseCommand(line)).toThrow(why);
  });

  test('no more than the start is shown: a command may hold what should be a secret', () => {
    const refused = (): unknown => parseCommand(`curl ${'x'.repeat(40)}SECRET`);
    expect(refused).toThrow('curl xxx');
    expect(refused).not.toThrow('SECRET');
  });
});

import { describe, expect, test } from '@jest/globals';
import { createSelection, parseGlob } from '../src/selection.ts';

/** Which of these files are selected, folders above them entered or not as the scan does it. */
function selected(files: readonly string[], include: readonly string[], exclude: readonly string[]): string[] {
  const selects = createSelection(include, exclude);
  return files.filter((file) => {
    const parts = file.split('/');
    const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
    return folders.every((folder) => selects(folder, 'directory')) && selects(file, 'file');
  });
}

const FILES = [
  'index.html',
  '.env.example',
  'src/app.ts',
  'src/deep/app.ts',
  'src/deep/app.test.ts',
  'docs/src/page.md',
  'node_modules/x/index.js',
  'packages/a/node_modules/y/index.js',
] as const;

describe('a selection', () => {
  test('without patterns takes everything but .git, at any depth', () => {
    const files = ['a', '.git/config', 'sub/.git/HEAD', 'sub/.git', '.gitignore', 'x.git/y'];
    expect(selected(files, [], [])).toEqual(['a', '.gitignore', 'x.git/y']);
    expect(selected(files, ['**'], [])).toEqual(['a', '.gitignore', 'x.git/y']);
    expect(selected(files, ['.git'], [])).toEqual([]);
  });

  test.each([
    [
      'a name matches at any depth',
      ['node_modules'],
      ['node_modules/x/index.js', 'packages/a/node_modules/y/index.js'],
    ],
    ['a slash in front ties it to the top', ['/node_modules'], ['node_modules/x/index.js']],
    ['and so does a dot and a slash', ['./node_modules'], ['node_modules/x/index.js']],
    ['a slash inside ties it to the top', ['src/deep'], ['src/deep/app.ts', 'src/deep/app.test.ts']],
    [
      'a slash at the end changes nothing',
      ['src/'],
      ['src/app.ts', 'src/deep/app.ts', 'src/deep/app.test.ts', 'docs/src/page.md'],
    ],
    ['a star stays within a name', ['src/*.ts'], ['src/app.ts']],
    ['two stars cross folders', ['src/**/*.test.ts'], ['src/deep/app.test.ts']],
    ['files that begin with a dot match too', ['*.example'], ['.env.example']],
    ['braces give alternatives', ['*.{html,md}'], ['index.html', 'docs/src/page.md']],
  ])('%s', (_rule, patterns, matching) => {
    expect(selected(FILES, patterns, [])).toEqual(matching);
    expect(selected(FILES, [], patterns)).toEqual(FILES.filter((file) => !matching.includes(file)));
  });

  test('takes what include names and exclude does not', () => {
    expect(selected(FILES, ['/src', 'index.html'], ['*.test.ts'])).toEqual([
      'index.html',
      'src/app.ts',
      'src/deep/app.ts',
    ]);
  });

  test('is not led astray by names with line ends', () => {
    const files = ['dist/we\nird', 'secret/we\nird', 'dist/\n'];
    expect(selected(files, ['dist/**'], [])).toEqual(['dist/we\nird', 'dist/\n']);
    expect(selected(files, [], ['**/we*', 'dist/*'])).toEqual([]);
  });
});

describe('a pattern', () => {
  test.each(['**/*.ts', '!(a|b).js', 'a!b', '.env*', '*,v', '{a, b}.ts', 'a? b'])('%s is taken as it is', (text) => {
    expect(parseGlob(text)).toBe(text);
  });

  test.each(['node_modules, .env', '{a,b}/**, c'])(
    '%s is refused: nothing of a list in one line would match',
    (text) => {
      expect(() => parseGlob(text)).toThrow(`'${text}' looks like several patterns: write one per line`);
    },
  );

  test.each(['!keep.txt', '!/keep/**', '!'])('%s is refused, for negation would turn the list upside down', (text) => {
    expect(() => parseGlob(text)).toThrow(`'${text}' begins with '!'`);
  });
});

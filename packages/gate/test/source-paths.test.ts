import { describe, expect, test } from '@jest/globals';
import { sourcePaths } from '../src/evidence/source-paths.ts';

const FILES = new Set(
  [
    'src/app.ts',
    'src/main.ts',
    'packages/a/src/main.ts',
    'packages/a/src/index.ts',
    'packages/b/src/index.ts',
    'core/src/main/java/com/x/A.java',
    'pkg/store/store.go',
    'lib/flask/app.py',
  ].map((path) => `/repo/${path}`),
);

function locate(report: string, path: string, format: 'lcov' | 'jacoco' | 'go' = 'lcov'): string {
  return sourcePaths({ root: '/repo', report: `/repo/${report}`, format }, (one) => FILES.has(one))(path);
}

describe('the path of a source in the repository', () => {
  test.each([
    ['as it is', 'coverage/lcov.info', 'src/app.ts', 'src/app.ts'],
    ['with a dot in front', 'coverage/lcov.info', './src/app.ts', 'src/app.ts'],
    ['absolute', 'coverage/lcov.info', '/repo/src/app.ts', 'src/app.ts'],
    ['absolute, in a container', 'coverage/lcov.info', '/app/src/app.ts', 'src/app.ts'],
    [
      'of the package that the report lies in',
      'packages/b/coverage/lcov.info',
      'src/index.ts',
      'packages/b/src/index.ts',
    ],
    [
      'of the package, where the root has one too',
      'packages/a/coverage/lcov.info',
      'src/main.ts',
      'packages/a/src/main.ts',
    ],
    ['of the root, where a package has one too', 'coverage/lcov.info', 'src/main.ts', 'src/main.ts'],
    ['of another package', 'packages/a/coverage/lcov.info', 'src/index.ts', 'packages/a/src/index.ts'],
    ['upwards', 'packages/b/coverage/lcov.info', '../src/index.ts', 'packages/b/src/index.ts'],
    ['below the sources of a language', 'coverage.xml', 'flask/app.py', 'lib/flask/app.py'],
    ['nowhere', 'coverage/lcov.info', './src/gone.ts', 'src/gone.ts'],
    ['nowhere, where its end would fit somewhere', 'coverage/lcov.info', 'vendor/src/app.ts', 'vendor/src/app.ts'],
    ['outside', 'coverage/lcov.info', '/usr/lib/python/os.py', '/usr/lib/python/os.py'],
  ])('%s', (...[_what, report, path, expected]) => {
    expect(locate(report, path)).toBe(expected);
  });

  test('of a package of Java', () => {
    expect(locate('core/target/site/jacoco/jacoco.xml', 'com/x/A.java', 'jacoco')).toBe(
      'core/src/main/java/com/x/A.java',
    );
  });

  test('of a module of Go', () => {
    expect(locate('cover.out', 'github.com/octo-org/repo/pkg/store/store.go', 'go')).toBe('pkg/store/store.go');
  });

  test('without a checkout, few questions are asked', () => {
    const asked = questionsAbout(Array.from({ length: 10_000 }, (_, file) => `src/${file}.ts`));
    expect(asked).toBeLessThan(2000);
  });

  test('of names that lead nowhere, not more are looked for because one led somewhere', () => {
    const nowhere = Array.from({ length: 50_000 }, (_, file) => `src/${file}.ts`);
    expect(questionsAbout(['src/app.ts', ...nowhere])).toBeLessThan(250_000);
  });

  test('a name without end is not taken apart', () => {
    expect(questionsAbout(['/a'.repeat(100_000)])).toBe(0);
    expect(questionsAbout(['/a'.repeat(1000)])).toBeLessThan(100);
  });
});

function questionsAbout(paths: readonly string[]): number {
  let asked = 0;
  const pathOf = sourcePaths({ root: '/repo', report: '/repo/x/lcov.info', format: 'lcov' }, (path) => {
    asked += 1;
    return FILES.has(path);
  });
  for (const path of paths) pathOf(path);
  return asked;
}

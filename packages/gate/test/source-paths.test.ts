import { describe, expect, test } from '@jest/globals';
import { sourcePaths } from '../src/evidence/source-paths.ts';

const FILES = new Set(
  [
    'src/app.ts',
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
    let asked = 0;
    const pathOf = sourcePaths({ root: '/repo', report: '/repo/x/lcov.info', format: 'lcov' }, () => {
      asked += 1;
      return false;
    });
    for (let file = 0; file < 10_000; file += 1) pathOf(`src/${file}.ts`);
    expect(asked).toBeLessThan(2000);
  });
});

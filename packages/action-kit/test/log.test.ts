import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { createLog } from '../src/log.ts';
import { masksOf } from '../src/masks.ts';
import { runner } from '../src/runner.ts';
import { hostileText } from './support/hostile-text.ts';
import { recordingRunner } from './support/recording-runner.ts';
import { commandIn, runnerLines } from './support/runner-parser.ts';

describe('the log', () => {
  it.each(['notice', 'warning', 'error'] as const)(
    'keeps a long %s below the limit of the runner and says that it is cut',
    (level) => {
      const recording = recordingRunner();
      createLog(recording)[level]('x'.repeat(10_000));
      const [[method, text] = ['', '']] = recording.calls;
      expect(method).toBe(level);
      expect(text.length).toBeLessThan(4096);
      expect(text).toMatch(/x … \(cut, see the log\)$/);
    },
  );

  it('prints each line of a text by itself', () => {
    const recording = recordingRunner();
    createLog(recording).info('a\nb');
    expect(recording.calls).toEqual([
      ['info', 'a'],
      ['info', 'b'],
    ]);
  });

  it('closes a group when its body fails, and passes the failure on', async () => {
    const recording = recordingRunner();
    const body = async (): Promise<never> => {
      throw new Error('boom');
    };
    await expect(createLog(recording).group('Upload\nfiles', body)).rejects.toThrow('boom');
    expect(recording.calls).toEqual([
      ['startGroup', 'Upload files'],
      ['endGroup', ''],
    ]);
  });

  it('shows a group within a group as a heading, because the runner would end the outer one', async () => {
    const recording = recordingRunner();
    const log = createLog(recording);
    const answer = await log.group('outer', () => log.group('inner', async () => 42));
    expect(answer).toBe(42);
    expect(recording.calls).toEqual([
      ['startGroup', 'outer'],
      ['info', 'inner'],
      ['endGroup', ''],
    ]);
    await log.group('next', async () => {});
    expect(recording.calls.at(-2)).toEqual(['startGroup', 'next']);
  });

  it('masks every part of a secret', () => {
    const recording = recordingRunner();
    createLog(recording).secret('first line\nsecond line');
    expect(recording.calls).toEqual([
      ['mask', 'first line\nsecond line'],
      ['mask', 'first line'],
      ['mask', 'second line'],
    ]);
  });
});

describe('what is masked of a secret', () => {
  it.each([
    ['a word', 'hunter2', ['hunter2']],
    ['a short word, because it is all there is', 'abc', ['abc']],
    ['nothing', '  ', []],
    ['both forms of line ends', 'alpha\r\nbravo\rcharlie', ['alpha\r\nbravo\rcharlie', 'alpha', 'bravo', 'charlie']],
    ['lines that come twice, once', 'alpha\nalpha', ['alpha\nalpha', 'alpha']],
    [
      'a JSON document: no brackets, and not the whole either, which the runner would split',
      '{\n  "key": "value"\n}',
      ['"key": "value"'],
    ],
    ['indented lines, without their indentation', '  alpha\n  bravo', ['  alpha\n  bravo', 'alpha', 'bravo']],
  ])('%s', (_what, secret, masks) => {
    expect(masksOf(secret)).toEqual(masks);
  });
});

describe('the runner behind the log', () => {
  let printed = '';

  beforeEach(() => {
    printed = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      printed += String(chunk);
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('gets exactly one command for an annotation, with the text as its data', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, text) => {
        printed = '';
        runner.error(text, title);
        const lines = runnerLines(printed);
        expect(lines).toHaveLength(1);
        expect(commandIn(lines[0] ?? '')).toMatchObject({ name: 'error', data: text });
      }),
    );
  });

  it('gets masks, groups and debug lines as commands, and plain lines as they are', async () => {
    const log = createLog(runner);
    log.secret('hunter2');
    await log.group('Upload', async () => log.info('plain'));
    log.debug('detail\nmore');
    log.notice('look');
    log.warning('beware');
    expect(printed).toBe(
      '::add-mask::hunter2\n::group::Upload\nplain\n::endgroup::\n::debug::detail%0Amore\n::notice::look\n::warning::beware\n',
    );
  });
});

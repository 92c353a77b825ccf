import { describe, expect, test } from '@jest/globals';
import { LineCutter, WorkflowCommands } from '../src/workflow-commands.ts';

function commandsIn(text: string): string[] {
  const commands = new WorkflowCommands();
  const cutter = new LineCutter((line) => commands.read(line));
  // Byte by byte, because pipes cut wherever they like.
  for (const character of text) cutter.write(character);
  cutter.end();
  return commands.found.map(({ name, properties, message }) => `${name} ${JSON.stringify(properties)} ${message}`);
}

describe('WorkflowCommands', () => {
  test('reads name, properties and message, unescaped', () => {
    expect(commandsIn('::error title=A%3A b,line=3::one%0Atwo%25\n')).toEqual([
      'error {"title":"A: b","line":"3"} one\ntwo%',
    ]);
  });

  test('finds the old notation anywhere in a line', () => {
    expect(commandsIn('look: ##[warning]beware\n')).toEqual(['warning {} beware']);
  });

  test('ends a line at a lone carriage return, and takes a pair for one end', () => {
    expect(commandsIn('harmless\r::notice::hidden\r\n::debug::x')).toEqual(['notice {} hidden', 'debug {} x']);
  });

  test('leaves other text alone', () => {
    expect(commandsIn('::frobnicate::x\nsay ::error::x\n:: error::x\n')).toEqual([]);
  });

  test('obeys nothing between stop-commands and its token', () => {
    expect(commandsIn('::stop-commands::T0ken\n::error::no\n::T0ken::\n::error::yes\n')).toEqual(['error {} yes']);
  });
});

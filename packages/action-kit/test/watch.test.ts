import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { type Watch, watchProcess } from '../src/watch.ts';

interface Scene {
  readonly events: EventEmitter;
  readonly watch: Watch;
  readonly reactions: string[];
}

function scene(): Scene {
  const events = new EventEmitter();
  const reactions: string[] = [];
  const watch = watchProcess(events, {
    onImpatience: () => void reactions.push('impatience'),
    onCrash: (thrown) => void reactions.push(`crash ${String(thrown)}`),
  });
  return { events, watch, reactions };
}

describe('a watched process', () => {
  it('goes on as long as nothing happens', () => {
    const { watch } = scene();
    expect(watch.signal.aborted).toBe(false);
    expect(watch.interruptions()).toEqual({});
  });

  it.each(['SIGINT', 'SIGTERM'])('is told to stop by %s', (name) => {
    const { events, watch, reactions } = scene();
    events.emit(name, name);
    expect(watch.signal.reason).toMatchObject({
      code: 'cancelled',
      message: `Cancelled by ${name} before it was finished`,
    });
    expect(watch.interruptions().cancelled).toBe(watch.signal.reason);
    expect(reactions).toEqual([]);
  });

  it('keeps the first signal, and takes every further one for impatience', () => {
    const { events, watch, reactions } = scene();
    events.emit('SIGINT', 'SIGINT');
    events.emit('SIGTERM', 'SIGTERM');
    events.emit('SIGINT', 'SIGINT');
    expect(watch.interruptions().cancelled?.message).toContain('SIGINT');
    expect(reactions).toEqual(['impatience', 'impatience']);
  });

  it('is told to stop by a crash, and keeps the first one', () => {
    const { events, watch, reactions } = scene();
    events.emit('uncaughtException', 'one');
    events.emit('uncaughtException', 'two');
    expect(watch.signal.reason).toMatchObject({ code: 'internal', cause: 'one' });
    expect(watch.interruptions()).toEqual({ crash: { thrown: 'one' } });
    expect(reactions).toEqual(['crash one', 'crash two']);
  });

  it('remembers both a signal and a crash', () => {
    const { events, watch } = scene();
    events.emit('SIGINT', 'SIGINT');
    events.emit('uncaughtException', 'one');
    expect(watch.interruptions()).toMatchObject({ cancelled: { code: 'cancelled' }, crash: { thrown: 'one' } });
  });
});

import { expect, test } from '@jest/globals';
import { rememberHold } from '../src/hold.ts';

/** What is saved last of each name. */
function remember() {
  const saved = new Map<string, string>();
  const hold = rememberHold({ saveState: (name, value) => void saved.set(name, value) }, 'me');
  return { hold, saved: () => Object.fromEntries(saved) };
}

test('a run that came to its end says that nothing is left', () => {
  const { hold, saved } = remember();
  hold.onFolder('/tmp/x');
  hold.onHold('held');
  expect(saved()).toEqual({ owner: 'me', folder: '/tmp/x', hold: 'held' });
  hold.onHold('released');
  hold.onClosed();
  expect(saved()).toMatchObject({ hold: 'released', leftovers: 'none' });
});

test('a run that could not give its leases back leaves them to the post step', () => {
  const { hold, saved } = remember();
  hold.onHold('held');
  hold.onClosed();
  expect(saved()).not.toHaveProperty('leftovers');
});

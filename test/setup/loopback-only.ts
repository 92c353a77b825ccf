/**
 * Runs in every test file before its tests: none may talk to anything but this machine. Sockets are asked where they go before they connect, and are otherwise left as Node made them:
 * whatever stands between a socket and its bytes can lose some.
 */
import { Socket } from 'node:net';
import { afterAll } from '@jest/globals';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

const { connect } = Socket.prototype;
Socket.prototype.connect = function connectOnThisMachine(this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args);
  if (host !== undefined && !LOOPBACK.test(host)) {
    return this.destroy(new Error(`Tests talk to this machine only, not to ${host}. Ask for nock by useNock().`));
  }
  Reflect.apply(connect, this, args);
  return this;
};

afterAll(() => {
  Socket.prototype.connect = connect;
});

/** Where a call of `connect` leads: a name or address, or nothing for a socket of the file system. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  if (Array.isArray(first)) return hostOf(first); // This is how net.connect() passes its arguments on.
  if (typeof first === 'object' && first !== null) return hostOfOptions(new Map(Object.entries(first)));
  if (typeof first === 'string' && Number.isNaN(Number(first))) return undefined;
  return typeof second === 'string' ? second : 'localhost';
}

function hostOfOptions(options: ReadonlyMap<string, unknown>): string | undefined {
  if (typeof options.get('path') === 'string') return undefined;
  const host = options.get('host');
  return typeof host === 'string' && host !== '' ? host : 'localhost';
}

/** A runner of its own for tests that kill it: connects, runs a program, tells where things are, and waits. */
import { openSsh, type SshSettings } from '../src/index.ts';

interface Order {
  readonly settings: SshSettings;
  readonly host: { readonly host: string; readonly port: number; readonly user: string };
  readonly program: string;
}

function isOrder(value: unknown): value is Order {
  return typeof value === 'object' && value !== null && 'settings' in value && 'host' in value && 'program' in value;
}

const order: unknown = JSON.parse(process.env['PLIMSOLL_TEST_ORDER'] ?? 'null');
if (!isOrder(order)) throw new TypeError('PLIMSOLL_TEST_ORDER holds the order');
const ssh = await openSsh(order.settings);
const connection = await ssh.connect({ label: 'test', ...order.host }, new AbortController().signal);
connection.execute({
  program: order.program,
  args: {},
  onEvent: ({ value }) => console.log(JSON.stringify({ folder: ssh.folder, value })),
  onOutput: () => undefined,
});
// Lives until it is killed, or until the test that started it is gone.
process.stdin.resume().once('end', () => process.exit());

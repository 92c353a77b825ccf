/**
 * Loaded into the action's own process (`node --import`): writes the most memory that it ever had, in kilobytes, as one more line of
 * the file that PLIMSOLL_BENCH_PEAK names, because its post step comes after it. Read from the kernel's high-water mark of this very program; getrusage() would count the memory of the process
 * that started it as well. JavaScript, because Node needs 20 MB more once it has erased types.
 */
import { appendFileSync, readFileSync } from 'node:fs';

process.on('exit', () => {
  const [, kilobytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  appendFileSync(process.env['PLIMSOLL_BENCH_PEAK'] ?? '/dev/null', `${kilobytes}\n`);
});

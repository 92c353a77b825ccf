/** A program of its own, whose memory is its own: probes the URL it is given again and again, and prints each kind of result once, and the growth in MiB. */
import { createHttpProbe, systemPorts } from '../src/index.ts';

const ATTEMPTS = 20;
const probe = createHttpProbe({ name: 'large', url: process.argv[2] ?? '' }, systemPorts);
const kinds = new Set<string>();
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;
const before = peakMegabytes();
for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
  kinds.add((await probe.attempt(new AbortController().signal)).kind);
}
await probe.close();
console.log(`${[...kinds].join(' ')} ${Math.ceil(peakMegabytes() - before)}`);

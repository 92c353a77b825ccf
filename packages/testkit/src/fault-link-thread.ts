/** The thread of a fault proxy: carries out what `fault-proxy.ts` asks for. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { FaultLink } from './fault-link.ts';
import type { LinkOrder, LinkThreadData } from './link.ts';
import { LinkGauge } from './link-gauge.ts';

async function serve({ request, memory }: LinkThreadData): Promise<void> {
  const gauge = new LinkGauge(memory);
  const link = new FaultLink(request, gauge);
  parentPort?.on('message', (order: LinkOrder) => {
    carryOut(link, order);
    gauge.answer();
  });
  const port = await link.listen();
  // The rule means windows of a browser: threads have no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(port);
}

function carryOut(link: FaultLink, order: LinkOrder): void {
  switch (order.kind) {
    case 'cut':
      link.cut(order.trigger);
      break;
    case 'freeze':
      link.freeze(order.trigger);
      break;
    case 'thaw':
      link.thaw();
      break;
    case 'close':
      link.close();
      parentPort?.close();
      break;
  }
}

function isThreadData(data: unknown): data is LinkThreadData {
  return typeof data === 'object' && data !== null && 'request' in data && 'memory' in data;
}

const data: unknown = workerData;
if (!isMainThread && isThreadData(data)) await serve(data);

import { archiveOf } from './archive.ts';
import { fromText } from './byte-path.ts';
import { ChunkPool } from './chunks.ts';
import { chooseEncoding, compress } from './compression.ts';
import { DEPLOYMENT } from './programs/deployment.ts';
import { formatRunbook } from './runbook.ts';
import { startExecution } from './start-execution.ts';
import type { StageRequest, StoreSettings } from './store-contract.ts';

/** Execution 2: sends what changed and has the release built. */
export async function stage(settings: StoreSettings, request: StageRequest): Promise<{ linked: string }> {
  const pool = new ChunkPool();
  const encoding = chooseEncoding(request.tools);
  const paths = request.plan.manifest.entries.map((entry) => entry.path);
  let linked = '';
  const { done } = startExecution(settings, DEPLOYMENT.stage, {
    args: {
      intent: 'deploy',
      fence: String(request.fence),
      release: request.release,
      base: request.base,
      encoding,
      hooks: request.hooks,
      shared: request.shared.join('\n'),
      digest: request.plan.manifest.digest,
      entries: String(paths.length),
      newlines: String(paths.reduce((sum, path) => sum + path.split('\n').length - 1, 0)),
      info: fromText(JSON.stringify(request.info)),
      runbook: formatRunbook(request.runbook),
    },
    body: counted(compress(archiveOf(request.plan, pool), encoding, pool.give), request.onSent),
    onEvent: (event) => {
      if (event.name === 'linked') linked = event.value;
    },
    signal: request.signal,
    limitMs: 24 * 60 * 60_000,
  });
  await done;
  return { linked };
}

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  onSent: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    yield chunk;
    onSent(chunk.length);
  }
}

import { rm } from 'node:fs/promises';
import { touchAll } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import type { Row, Sample } from './measure.ts';
import { measure } from './measure.ts';
import type { Absent, Tool } from './tool.ts';

/** Who runs, and over what. */
export interface RaceRequest {
  readonly bed: Bed;
  readonly source: string;
  readonly tools: readonly Tool[];
  /** Tools that could not even start. */
  readonly absent: readonly Absent[];
  /** Whether each lap is a tool's first deployment, or goes on from what the lap before left on the server. */
  readonly kind: 'first' | 'next';
  readonly progress: (line: string) => void;
}

/**
 * Lets all tools deploy the same tree, lap by lap, its files fresh each time. In every lap all take their turn, another one in front, so that what
 * slows the machine down slows all of them.
 */
export class Race {
  readonly #request: RaceRequest;
  readonly #samples = new Map<Tool, Sample[]>();
  readonly #failures = new Map<Tool, string>();

  constructor(request: RaceRequest) {
    this.#request = request;
  }

  /** One turn for everybody. Lap 0 of a race of kind `next` makes the releases that the others start from, and does not count. */
  async lap(number: number): Promise<void> {
    const { tools, source } = this.#request;
    const at = number % tools.length;
    for (const tool of [...tools.slice(at), ...tools.slice(0, at)]) {
      if (this.#failures.has(tool)) continue;
      await touchAll(source);
      await this.#take(tool, number);
    }
  }

  async #take(tool: Tool, lap: number): Promise<void> {
    const { bed, source, kind, progress } = this.#request;
    const deployPath = await bed.deployPath(folderName(tool));
    const sequence = kind === 'first' ? 0 : lap;
    try {
      const sample = await measure(tool, { bed, source, deployPath, sequence });
      progress(`lap ${lap}: ${tool.name}: ${sample.seconds.toFixed(2)} s`);
      if (kind === 'first' || lap > 0) this.#samples.set(tool, [...(this.#samples.get(tool) ?? []), sample]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#failures.set(tool, (reason.split('\n')[0] ?? '').slice(0, 120));
      progress(`lap ${lap}: ${tool.name} failed: ${reason}`);
    }
    if (kind === 'first') await rm(deployPath, { recursive: true });
  }

  /** One row for each tool. One that failed in any lap has no samples: its other laps may be worth no more. */
  rows(): Row[] {
    const ran = this.#request.tools.map((tool): Row => {
      const absence = this.#failures.get(tool);
      const base = { name: tool.name, side: tool.side };
      return absence === undefined
        ? { ...base, samples: this.#samples.get(tool) ?? [] }
        : { ...base, samples: [], absence };
    });
    return [...ran, ...this.#request.absent.map(absentRow)];
  }
}

function absentRow({ name, reason }: Absent): Row {
  return { name, side: 'peer', samples: [], absence: reason };
}

/** A name for the tool's folder on the server. */
function folderName({ name }: Tool): string {
  return name.replaceAll(/[^a-z0-9.]+/gi, '-');
}

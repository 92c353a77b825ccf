import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** A file that is another one, byte for byte. */
export interface Copy {
  readonly path: string;
  readonly original: string;
}

/** Finds files that were handed in before under another name: by a link, by an artifact that was downloaded twice, or in place of one that is missing. */
export class Copies {
  readonly #bySize = new Map<number, SameSize>();

  /** The first file with this content; undefined where this is the first, or cannot be looked at. */
  async originalOf(path: string): Promise<string | undefined> {
    const size = await stat(path).then(
      (seen) => seen.size,
      () => undefined,
    );
    if (size === undefined) return undefined;
    const same = this.#bySize.get(size);
    if (same !== undefined) return same.originalOf(path);
    this.#bySize.set(size, new SameSize(path));
    return undefined;
  }
}

/** Files are read only once there are two of a size: most reports are alone with theirs. */
class SameSize {
  readonly #byContent = new Map<string, string>();
  readonly #first: string;

  constructor(first: string) {
    this.#first = first;
  }

  async originalOf(path: string): Promise<string | undefined> {
    if (this.#byContent.size === 0) this.#byContent.set(await contentOf(this.#first), this.#first);
    const content = await contentOf(path);
    const original = this.#byContent.get(content);
    if (original === undefined) this.#byContent.set(content, path);
    return original;
  }
}

/** A digest; what cannot be read is like nothing else. */
async function contentOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return path;
  }
}

/** Address of a program of the testkit that runs in a process or thread of its own: as source where this runs from source, else as built. */
export function ownProgram(name: string): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${extension}`, import.meta.url);
}

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '@plimsoll/testkit';

/** What users name in `uses:`, on this machine. */
export interface Published {
  /** Values of act's `--local-repository`. */
  readonly mappings: readonly string[];
}

/** Third-party actions by the names that the workflows use, without their commits. */
const STAND_INS = ['checkout', 'upload-artifact', 'download-artifact'] as const;

/** The name under which users know this repository. */
const NAME = 'plimsoll-dev/plimsoll@v1';

/**
 * act's schema of workflows is older than `queue` and `environment.deployment` and refuses a file that has them; as it knows neither queues nor
 * environments, it reads one without.
 */
export function asActReads(workflow: string): string {
  return workflow.replace(/^ +(?:queue: max|deployment: false)\n/gm, '');
}

/** Lays out the repository as `@v1` would bring it: actions, bundles and workflows. */
export async function publish(folder: string): Promise<Published> {
  const repository = join(folder, 'published');
  const workflows = join(repository, '.github', 'workflows');
  await mkdir(workflows, { recursive: true });
  await cp(join(REPOSITORY, 'actions'), join(repository, 'actions'), { recursive: true });
  // Bundles of another place, while their sources change.
  await cp(process.env['PLIMSOLL_DIST'] ?? join(REPOSITORY, 'dist'), join(repository, 'dist'), { recursive: true });
  const texts = await Promise.all(
    (await readdir(join(REPOSITORY, '.github', 'workflows'))).map(async (name) => {
      const text = asActReads(await readFile(join(REPOSITORY, '.github', 'workflows', name), 'utf8'));
      await writeFile(join(workflows, name), text);
      // What is for this repository alone is never run here.
      return /^ {2}workflow_call:/mu.test(text) ? text : '';
    }),
  );
  const standIns = join(REPOSITORY, 'test', 'workflows', 'stand-ins');
  return { mappings: [`${NAME}=${repository}`, ...standInMappings(texts, standIns)] };
}

/** The mappings of the stand-ins for `uses: actions/<name>@<commit>` as they are in the given workflows. */
function standInMappings(workflows: readonly string[], folder: string): readonly string[] {
  const used = new Set(
    workflows.flatMap((text) => [...text.matchAll(/uses: (actions\/[\w-]+@\w+)/g)].map(([, name]) => name ?? '')),
  );
  return [...used].map((name) => {
    const standIn = STAND_INS.find((one) => name.startsWith(`actions/${one}@`));
    if (standIn === undefined)
      throw new Error(`There is no stand-in for ${name}. Add one to test/workflows/stand-ins.`);
    return `${name}=${join(folder, standIn)}`;
  });
}

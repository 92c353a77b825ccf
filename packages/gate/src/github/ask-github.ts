import type { Deployment } from '@plimsoll/github';
import { Failure } from '@plimsoll/outcome';
import { type Evidence, known, type TagSeen, type Unknown, unknown } from '@plimsoll/policy';
import { andThen, attempt } from '../evidence/attempt.ts';
import { isPlainName } from '../files/name-pattern.ts';
import type { GateGitHub, GitHubDoor } from '../ports.ts';
import type { GateRequest } from '../request.ts';
import type { Changes, GitHubAnswers } from './answers.ts';
import { readApprovals } from './approvals.ts';
import { askedBy } from './asked.ts';
import type { Asking } from './asking.ts';
import { once } from './once.ts';

const NOT_ASKED: Unknown = unknown('internal', 'Nobody asked for it.');

/** Asks what the rules and the plan need, each question once, those that do not wait for each other side by side. */
export async function askGitHub(request: GateRequest, door: GitHubDoor): Promise<GitHubAnswers> {
  const asked = askedBy(request);
  const run = asked.run ? await attempt(() => door.run()) : NOT_ASKED;
  const asking: Asking = { request, run, asked, github: once(() => attempt(() => door.open())) };
  const live = only(asked.live, () => liveIn(request.environment, asking));
  const changes = only(asked.changes, async () => changesSince(await live, asking));
  const parts = await Promise.all([
    live,
    changes,
    only(asked.liveElsewhere, () => liveIn(request.deployedTo, asking)),
    only(asked.protection, () => ask(asking, (github) => github.environment(request.protectedEnvironment))),
    only(asked.branches, () => holdingBranches(asking)),
    only(asked.tag, () => versionTag(asking)),
    only(asked.approvals, () => readApprovals({ ...asking, changes, door })),
  ]);
  const [liveFacts, changesFacts, liveElsewhere, protection, branches, tag, approvals] = parts;
  return {
    run,
    live: liveFacts,
    changes: changesFacts,
    liveElsewhere,
    protection,
    holdingBranches: branches,
    versionTag: tag,
    approvals,
  };
}

async function only<T>(isAsked: boolean, question: () => Promise<Evidence<T>>): Promise<Evidence<T>> {
  return isAsked ? question() : NOT_ASKED;
}

/** One question. */
async function ask<T>({ github }: Asking, question: (github: GateGitHub) => Promise<T>): Promise<Evidence<T>> {
  return andThen(await github(), question);
}

async function liveIn(environment: string, asking: Asking): Promise<Evidence<Deployment | undefined>> {
  return ask(asking, async (github) => (await github.deployments(environment)).live);
}

/** Since what is live, else since what the event of the run names as its base. */
async function changesSince(
  live: Evidence<Deployment | undefined>,
  asking: Asking,
): Promise<Evidence<Changes | undefined>> {
  if (asking.asked.live && live.kind === 'unknown') return live;
  return andThen(asking.run, async ({ sha, event }) => {
    const deployed = live.kind === 'known' ? live.facts?.sha : undefined;
    const base = deployed ?? event.pullRequest?.baseSha ?? event.before;
    if (base === undefined) return undefined;
    const comparison = await answered(asking, (github) => github.compare({ base, head: sha }));
    if (comparison !== undefined) return { since: deployed === undefined ? 'base' : 'live', comparison };
    const what = deployed === undefined ? 'where this push or pull request began' : 'which is live';
    throw new Failure(
      'github',
      `The commit ${base.slice(0, 12)} (${what}), that this one is compared with, is not in the repository. A force-push may have removed it: push a branch or a tag that holds it.`,
    );
  });
}

/** An answer where what there is instead ends the question. @throws Failure('github' or 'github-permission') */
async function answered<T>(asking: Asking, question: (github: GateGitHub) => Promise<T>): Promise<T> {
  const evidence = await ask(asking, question);
  if (evidence.kind === 'known') return evidence.facts;
  throw new Failure(evidence.code, evidence.why);
}

/** For a run of a branch the name decides. For a tag, those of the named branches that hold its commit; patterns cannot be asked for. */
async function holdingBranches(asking: Asking): Promise<Evidence<readonly string[]>> {
  return andThen(asking.run, async ({ ref, sha }) => {
    if (ref.kind === 'branch') return [];
    const names = asking.request.branches.map(({ text }) => text);
    const patterns = names.filter((name) => !isPlainName(name));
    if (patterns.length === names.length) {
      const hint = 'For a run of a tag, name at least one branch in full, without wildcards';
      throw new Failure('input', `require-branch: '${patterns.join(', ')}' cannot be asked for. ${hint}`);
    }
    const plain = names.filter(isPlainName);
    const holds = await Promise.all(
      plain.map((branch) => answered(asking, (github) => github.branchContains({ branch, commit: sha }))),
    );
    return plain.filter((_, index) => holds[index] === true);
  });
}

/** The version says which tag has to stand for the commit, also for a run of this or another tag: tags are moved, and runs are started again. Without one it is the tag of the run. */
async function versionTag(asking: Asking): Promise<Evidence<TagSeen | undefined>> {
  const { run, request } = asking;
  if (run.kind === 'unknown') return run;
  const { ref, commit } = run.facts;
  const { version } = request;
  if (ref.kind === 'tag' && version === '') return known({ name: ref.name, commit });
  if (version === '') {
    return unknown('policy', 'This is not the run of a tag, and no version names one. Set version, or run on a tag.');
  }
  return ask(asking, async (github) => {
    const tag = await github.tag(version);
    return tag === undefined ? undefined : { name: version, commit: tag.commit };
  });
}

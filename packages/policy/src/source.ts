import { type Evidence, judgeKnown } from './evidence.ts';
import { type NamePattern, textsOf } from './name-pattern.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** Where the code may come from. */
export interface SourceRules {
  /** Branches that the commit has to be on; none: any. */
  readonly branches: readonly NamePattern[];
  /** Tags of which one has to stand for the commit; none: no tag is needed. */
  readonly tags: readonly NamePattern[];
  /** Refuse runs of pull requests, whatever their branch is called. */
  readonly refusesPullRequests: boolean;
}

/** Where the code does come from. */
export interface SourceSeen {
  readonly commit: string;
  /** Why this run counts as one of a pull request; empty when it is none. */
  readonly pullRequest: string;
  /** Why this run is about another commit than its own; empty when it is not. */
  readonly otherCommit: string;
  readonly ref:
    | { readonly kind: 'branch' | 'tag'; readonly name: string }
    | { readonly kind: 'other'; readonly name: string };
}

export interface SourceEvidence {
  readonly source: Evidence<SourceSeen>;
  /** For a run of no branch: those of the asked branches that hold the commit. */
  readonly holdingBranches: Evidence<readonly string[]>;
  /** The tag of the version, else that of the run, with the commit that it stands for; undefined facts: there is no tag of the version. */
  readonly versionTag: Evidence<TagSeen | undefined>;
}

export interface TagSeen {
  readonly name: string;
  readonly commit: string;
}

export function judgeSource(rules: SourceRules, evidence: SourceEvidence): readonly Ruling[] {
  return [
    ...(rules.refusesPullRequests ? [judgeOrigin(evidence)] : []),
    ...(rules.branches.length === 0 ? [] : [judgeBranch(rules.branches, evidence)]),
    ...(rules.tags.length === 0 ? [] : [judgeTag(rules.tags, evidence)]),
  ];
}

function judgeOrigin({ source }: SourceEvidence): Ruling {
  const name: RuleName = { area: 'source', rule: 'no pull request', wanted: 'a run of a branch or a tag' };
  return judgeKnown(name, source, ({ pullRequest, otherCommit, ref }) => {
    if (pullRequest !== '') return broken(name, { code: 'policy', reason: 'pull-request', seen: pullRequest });
    if (otherCommit !== '') return broken(name, { code: 'policy', reason: 'differs', seen: otherCommit });
    return met(name, { seen: `${ref.kind} ${ref.name}` });
  });
}

/** A run of a tag has no branch of its own: then the commit has to be on one of the branches. */
function judgeBranch(branches: readonly NamePattern[], { source, holdingBranches }: SourceEvidence): Ruling {
  const name: RuleName = { area: 'source', rule: 'require-branch', wanted: textsOf(branches) };
  return judgeKnown(name, source, ({ ref }) => {
    if (ref.kind === 'branch') return named(name, { kind: 'branch', seen: ref.name, patterns: branches });
    return judgeKnown(name, holdingBranches, (holding) => {
      const [first] = holding;
      const seen = `${ref.kind === 'tag' ? 'tag' : 'ref'} ${ref.name}`;
      if (first !== undefined) return met(name, { seen: `${seen}, a commit of ${first}` });
      return broken(name, { code: 'policy', reason: 'wrong-ref', seen: `${seen}, on none of these branches` });
    });
  });
}

function judgeTag(tags: readonly NamePattern[], { source, versionTag }: SourceEvidence): Ruling {
  const name: RuleName = { area: 'source', rule: 'require-tag', wanted: textsOf(tags) };
  return judgeKnown(name, source, ({ commit }) =>
    judgeKnown(name, versionTag, (tag) => {
      if (tag === undefined) return broken(name, { code: 'policy', reason: 'missing', seen: 'no tag of this version' });
      if (tag.commit === commit) return named(name, { kind: 'tag', seen: tag.name, patterns: tags });
      const seen = `tag ${tag.name} stands for ${tag.commit.slice(0, 7)}, this is ${commit.slice(0, 7)}`;
      return broken(name, { code: 'policy', reason: 'differs', seen });
    }),
  );
}

interface Named {
  readonly kind: 'branch' | 'tag';
  readonly seen: string;
  readonly patterns: readonly NamePattern[];
}

function named(name: RuleName, { kind, seen, patterns }: Named): Ruling {
  const fits = patterns.some((pattern) => pattern.matches(seen));
  const sight = { seen: `${kind} ${seen}` };
  return fits ? met(name, sight) : broken(name, { code: 'policy', reason: 'wrong-ref', ...sight });
}

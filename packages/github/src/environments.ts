/** What GitHub demands before a job may use an environment. */
export interface EnvironmentProtection {
  readonly name: string;
  readonly reviewers: readonly EnvironmentReviewer[];
  /** Whether whoever started the run is kept from approving it. */
  readonly preventsSelfReview: boolean;
  readonly waitMinutes: number;
  readonly branchPolicy: BranchPolicy;
  /** Undefined where GitHub does not say (older GitHub Enterprise Server): unknown, so count it as true. */
  readonly canAdminsBypass: boolean | undefined;
}

export type EnvironmentReviewer =
  | { readonly kind: 'user'; readonly id: number; readonly login: string }
  | { readonly kind: 'team'; readonly id: number; readonly slug: string };

export type BranchPolicy =
  | { readonly kind: 'any' }
  | { readonly kind: 'protected-branches' }
  /** Protected branches alone, of which there are none: then GitHub lets any branch through. */
  | { readonly kind: 'nothing-protected' }
  /** Names and patterns of branches and tags, as GitHub matches them; none at all lets nothing through. */
  | {
      readonly kind: 'selected';
      readonly patterns: readonly { readonly kind: 'branch' | 'tag'; readonly name: string }[];
    };

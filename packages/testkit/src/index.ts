/** Stand-ins for everything around the actions: the runner, SSH servers, bad networks, trees of files. For tests, the bench and the demo. */

export type { ActionManifest } from './action-manifest.ts';
export { distFolder, REPOSITORY, readManifest } from './action-manifest.ts';
export type { CurrentLink, LedgerEntry, StoredRelease, StoreReport } from './check-store.ts';
export { checkStore } from './check-store.ts';
export type { CommandRequest, CommandResult } from './command.ts';
export { mustRun, runCommand } from './command.ts';
export { parseCommandFile } from './command-file.ts';
export type { FailpointRequest, Step } from './failpoints.ts';
export { distWithFailpoint, listReleaseSteps, listSteps } from './failpoints.ts';
export type { FaultProxy } from './fault-proxy.ts';
export { startFaultProxy } from './fault-proxy.ts';
export type { FaultyService, FaultyServiceRequest, SeenRequest, ServiceAnswer } from './faulty-service.ts';
export { startFaultyService } from './faulty-service.ts';
export type { Reply } from './faulty-service-answers.ts';
export * as answers from './faulty-service-answers.ts';
export type { ServerCertificate, ServiceCertificates } from './faulty-service-certificates.ts';
export { makeServiceCertificates } from './faulty-service-certificates.ts';
export type { TreeChange, TreeSize } from './generated-tree.ts';
export { changeFiles, generateTree } from './generated-tree.ts';
export type {
  Builder as GitHubBuilder,
  CommentRequest,
  CommitRequest,
  DeploymentRequest,
  EnvironmentRequest,
  PullRequest as PullRequestBuild,
  RepositoryBuilder,
  ReviewRequest,
} from './github/build.ts';
export { ALL_PERMISSIONS } from './github/build.ts';
export type { EventRequest } from './github/events.ts';
export { pullRequestEvent, pushEvent } from './github/events.ts';
export type { FakeGitHub, GitHubCall } from './github/fake-github.ts';
export { startFakeGitHub } from './github/fake-github.ts';
export type { Fault as GitHubFault, FaultEffect as GitHubFaultEffect } from './github/faults.ts';
export type {
  ArgumentValue as GraphqlArgument,
  Document as GraphqlDocument,
  Selection as GraphqlSelection,
} from './github/graphql/parse.ts';
export { parseGraphql } from './github/graphql/parse.ts';
export type {
  Account as GitHubAccount,
  ChangedFile as GitHubChangedFile,
  Comment as GitHubComment,
  Pull as GitHubPull,
  Repository as GitHubRepository,
} from './github/world.ts';
export type { CertificateRequest, KeyPair, KeyRequest, KeyType } from './keys.ts';
export { generateKey, knownHostsLine, signCertificate } from './keys.ts';
export type { Direction, FaultTrigger, LinkCounts, LinkRequest } from './link.ts';
export { freePort, listenOnLoopback } from './loopback.ts';
export { startNodeSsh } from './node-ssh.ts';
export type { ObservationRequest, Observations, Observer } from './observe-current.ts';
export { observeCurrent } from './observe-current.ts';
export { descendantsOf, endProcesses, isAlive, processesWithVariable, signalProcess } from './process-tree.ts';
export { Random } from './random.ts';
export type { ActionRequest, ActionRun, CancelPatience, Runner, RunningAction } from './runner.ts';
export { createRunner, runAction, UNHURRIED } from './runner.ts';
export type { SessionEnvironment, SessionTools, ShellKind } from './session-environment.ts';
export { findProgram, MARKER_VARIABLE, sessionEnvironment } from './session-environment.ts';
export type { ServerCounts, SshServer, SshServerRequest } from './ssh-server.ts';
export type { SshdRequest } from './sshd.ts';
export { hasSshd, startSshd } from './sshd.ts';
export { startServer } from './start-server.ts';
export type { TemporaryFolder } from './temporary-folder.ts';
export { temporaryFolder } from './temporary-folder.ts';
export type { ByteString, TreeBuilder, TreeEntry } from './tree.ts';
export { byteString, bytesOf, listTree, touchAll, treeBuilder } from './tree.ts';
export { describeTree } from './tree-content.ts';
export type { Deadline } from './wait-until.ts';
export { waitUntil } from './wait-until.ts';
export type { WorkflowCommand } from './workflow-commands.ts';

export { concludeRollout, type RolloutVerdict } from './decision.ts';
export type { GateVerdict, HostEnd, HostOutcome, RolloutHost, Settled, Settlement } from './host.ts';
export { type RolloutRequest, rollOut } from './roll-out.ts';

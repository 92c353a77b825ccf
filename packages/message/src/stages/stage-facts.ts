import { formatBytes, formatDuration, formatShare } from '@plimsoll/figures';
import type { Fact } from '../fact.ts';
import type {
  BackupDetails,
  DeploymentDetails,
  Details,
  GateDetails,
  RollbackDetails,
  VerificationDetails,
} from './stage.ts';
import { verifiedText } from './verified-text.ts';

/** So many digits of a share count: `92.3 %` of coverage. */
const DIGITS = 3;

/** The figures of a stage; what its result does not say is not there. */
export function factsOf(details: Details): readonly Fact[] {
  return allFacts(details).filter(({ text }) => text !== '');
}

function allFacts(details: Details): readonly Fact[] {
  switch (details.kind) {
    case 'gate':
      return gateFacts(details);
    case 'backup':
      return backupFacts(details);
    case 'deployment':
      return deploymentFacts(details);
    case 'verification':
      return verificationFacts(details);
    case 'rollback':
      return rollbackFacts(details);
    case 'other':
      return [];
  }
}

function gateFacts({ tests, failures, coverage, approvers }: GateDetails): readonly Fact[] {
  return [
    {
      label: 'Tests',
      text: tests === undefined ? '' : `${tests}${failures === undefined ? '' : `, ${failures} failed`}`,
    },
    { label: 'Coverage', text: coverage === undefined ? '' : formatShare(coverage / 100, DIGITS) },
    { label: 'Approved by', text: approvers.join(', ') },
  ];
}

/** Of one host; those of several are a table. */
function backupFacts({ backups: [only, ...others] }: BackupDetails): readonly Fact[] {
  if (only === undefined || others.length > 0) return [];
  return [
    { label: 'Backup', text: only.backup },
    { label: 'Size', text: only.bytes === undefined ? '' : formatBytes(only.bytes) },
    { label: 'Verified', text: verifiedText(only.verified) },
  ];
}

function deploymentFacts({ release, previous, changedFiles }: DeploymentDetails): readonly Fact[] {
  return [
    { label: 'Release', text: release },
    { label: 'Before', text: previous },
    { label: 'Changed files', text: changedFiles === undefined ? '' : String(changedFiles) },
  ];
}

function verificationFacts({ samples, errorRate, latency, confirmed }: VerificationDetails): readonly Fact[] {
  const percentiles = Object.entries(latency).flatMap(([name, ms]) =>
    ms === undefined ? [] : [`${name} ${formatDuration(ms)}`],
  );
  return [
    { label: 'Samples', text: samples === undefined ? '' : String(samples) },
    { label: 'Error rate', text: errorRate === undefined ? '' : formatShare(errorRate, DIGITS) },
    { label: 'Response time', text: percentiles.join(', ') },
    { label: 'Confirmed', text: confirmed },
  ];
}

function rollbackFacts({ release, previous }: RollbackDetails): readonly Fact[] {
  return [
    { label: 'Release', text: release },
    { label: 'Before', text: previous },
  ];
}

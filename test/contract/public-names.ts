/**
 * The names that users of the actions rely on, in the order of the documentation. A name may be added here; renaming or
 * removing one breaks every workflow that uses it.
 */
import type { PublicNames } from '../../scripts/house/contract.ts';

/** Inputs of every action that talks to servers. */
const SERVER_INPUTS: readonly string[] = [
  'hosts',
  'user',
  'port',
  'private-key',
  'passphrase',
  'certificate',
  'known-hosts',
  'proxy-jump',
  'connect-timeout',
  'command-timeout',
  'deploy-path',
  'environment',
  'lock-timeout',
];

export const PUBLIC_NAMES: ReadonlyMap<string, PublicNames> = new Map([
  [
    'backup',
    {
      inputs: [
        ...SERVER_INPUTS,
        'operation',
        'paths',
        'before',
        'after',
        'destination',
        'keep',
        'keep-for',
        'verify',
        'max-age',
        'backup-id',
        'download-to',
        'restore-to',
      ],
      outputs: ['backup-id', 'size', 'sha256', 'backups'],
    },
  ],
  [
    'deploy-ssh',
    {
      inputs: [
        ...SERVER_INPUTS,
        'source',
        'include',
        'exclude',
        'version',
        'shared',
        'links',
        'env-file',
        'prepare',
        'before-switch',
        'after-switch',
        'services',
        'health-command',
        'health-url',
        'health-timeout',
        'startup-wait',
        'confirm-within',
        'confirm',
        'keep-releases',
        'verify-content',
        'dry-run',
      ],
      outputs: ['release-id', 'previous-release-id', 'changed', 'hosts-report'],
    },
  ],
  [
    'rollback',
    {
      inputs: [...SERVER_INPUTS, 'mode', 'release', 'backup-id', 'destination', 'expected-current', 'reason', 'force'],
      outputs: ['release-id', 'previous-release-id', 'releases'],
    },
  ],
  [
    'verify-deployment',
    {
      inputs: [
        'checks',
        'health-url',
        'expected-version',
        'mode',
        'samples',
        'max-response-time',
        'percentile',
        'max-error-rate',
        'duration',
        'interval',
        'baseline',
        'prometheus-url',
        'metrics-file',
        'confirm',
        ...SERVER_INPUTS,
      ],
      outputs: ['error-rate', 'p50', 'p95', 'p99', 'samples-taken', 'report'],
    },
  ],
]);

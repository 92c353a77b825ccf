/** Verifications that show nothing about the deployment. */
import { type Case, verifyAs } from './case.ts';
import { NAME } from './names.ts';
import { RUNNING, shellOf } from './servers.ts';
import { everyNth, healthCheck, ILL, serviceCase, WELL } from './services.ts';

const tryAgain = (): Promise<never> => Promise.reject(Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' }));

export const NO_EVIDENCE: readonly Case[] = [
  serviceCase({ name: 'nothing is checked', answer: WELL, more: { plan: { checks: [] } }, expected: 'inconclusive' }),
  { name: 'the file has no checks', expected: 'input', arrange: () => ({ checks: [] }) },
  serviceCase({ name: 'no samples are asked for', answer: WELL, more: { plan: { samples: 0 } }, expected: 'input' }),
  serviceCase({
    name: 'a version is expected, and no check reads one',
    answer: WELL,
    settings: { 'expected-version': 'v2' },
    expected: 'input',
  }),
  serviceCase({
    name: 'the run was cancelled',
    answer: WELL,
    more: { ports: { signal: AbortSignal.abort() } },
    expected: 'cancelled',
  }),
  serviceCase({
    name: 'nothing but smoke tests is to be watched over a window',
    answer: WELL,
    check: { role: 'smoke' },
    settings: { duration: '100ms', interval: '20ms' },
    more: { mode: 'monitor' },
    expected: 'inconclusive',
  }),
  {
    name: 'our own side fails in the last third of a window',
    expected: 'probe-environment',
    arrange: async (bed) => {
      const { url } = await bed.serve(WELL);
      const lost = new Error('connection lost');
      const shell = shellOf('web1', [...Array.from({ length: 14 }, () => RUNNING), lost]);
      const checks = [healthCheck(url), { process: 'shop.service' }];
      const settings = { duration: '400ms', interval: '20ms' };
      return { checks, mode: 'monitor', settings, ports: { shells: [shell] } };
    },
  },
  {
    name: 'our own side fails in a whole window',
    expected: 'probe-environment',
    arrange: () => ({
      checks: [healthCheck(`http://${NAME}`)],
      mode: 'monitor',
      settings: { duration: '200ms', interval: '20ms' },
      ports: { lookup: tryAgain },
    }),
  },
  {
    name: 'our own side fails from the moment the service is ready',
    expected: 'probe-environment',
    arrange: async (bed) => {
      const { port } = await bed.serve(WELL);
      let lookups = 0;
      const lookup = async (): Promise<readonly string[]> => {
        lookups += 1;
        return lookups === 1 ? ['127.0.0.1'] : tryAgain();
      };
      return { checks: [healthCheck(`http://${NAME}:${port}`)], settings: { samples: 10 }, ports: { lookup } };
    },
  },
  {
    name: 'our own side fails before the deployment',
    expected: 'probe-environment',
    arrange: () => ({ checks: [healthCheck(`http://${NAME}`)], mode: 'pre', ports: { lookup: tryAgain } }),
  },
  serviceCase({
    name: 'it is down before the deployment',
    answer: ILL,
    more: { mode: 'pre' },
    expected: 'unhealthy-before',
  }),
  serviceCase({
    name: 'it has too many errors before the deployment',
    answer: everyNth(4, ILL),
    more: { mode: 'pre' },
    expected: 'unhealthy-before',
  }),
  compared('it has as many errors as before the deployment', 2),
  compared('it is as down as before the deployment', 1),
];

/** Looked at before and after a deployment that changed nothing. */
function compared(name: string, n: number): Case {
  // One that has good answers as well is ready with the first of them.
  return {
    name,
    expected: 'unhealthy-before',
    says: /failed before the deployment already/,
    arrange: async (bed) => {
      const service = await bed.serve(everyNth(n, ILL));
      const checks = [healthCheck(service.url)];
      const { baselines } = await verifyAs({ checks, mode: 'pre' });
      return { checks, before: baselines, ...(n === 1 ? {} : { settings: { 'ready-within': '20s' } }) };
    },
  };
}

import { listOf, objectOf, textsOf } from '../json/shape.ts';
import type { ActiveAlert } from './alert-rules.ts';
import type { ApiAnswer } from './api.ts';

/** Which alerts people, or other alerts, keep Alertmanager from telling about. */
export type Silences = (alert: ActiveAlert) => 'silenced' | 'inhibited' | 'loud';

/** From the answer to `/api/v2/alerts`; undefined when it is no list of alerts. */
export function silencesOf({ status, value }: ApiAnswer): Silences | undefined {
  const alerts = status === 200 ? listOf(value) : undefined;
  if (alerts === undefined) return undefined;
  const known = alerts.map(objectOf).map((alert) => {
    const state = objectOf(alert['status']);
    return {
      labels: textsOf(alert['labels']),
      silenced: isFilled(state['silencedBy']),
      inhibited: isFilled(state['inhibitedBy']),
    };
  });
  return ({ labels }) => {
    // Prometheus adds external labels on the way, so that Alertmanager may know of more.
    const same = known.filter((one) => Object.entries(labels).every(([name, text]) => one.labels[name] === text));
    if (same.some(({ silenced }) => silenced)) return 'silenced';
    return same.some(({ inhibited }) => inhibited) ? 'inhibited' : 'loud';
  };
}

function isFilled(value: Parameters<typeof listOf>[0]): boolean {
  return (listOf(value) ?? []).length > 0;
}

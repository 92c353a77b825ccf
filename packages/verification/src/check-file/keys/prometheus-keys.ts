/** Keys of checks that ask Prometheus. */
import { parseThreshold } from '@plimsoll/probe';
import { HTTP_URL } from '../addresses.ts';
import { namedTexts } from '../collections.ts';
import { PRESENT, patternText, TEXT } from '../scalars.ts';
import type { Key, Table } from '../shape.ts';
import { NAME, TIMEOUT } from './shared-keys.ts';

/** Both kinds have it. */
export const PROMETHEUS_URL: Key<string> = {
  name: 'url',
  shape: HTTP_URL,
  meaning: 'Where Prometheus is. Without one, the input `prometheus-url`.',
};

export const PROMETHEUS: Table<
  { prometheus: string; name: string; url: string; threshold: string },
  { timeout: number }
> = {
  prometheus: { name: 'prometheus', shape: TEXT, meaning: 'A query of PromQL.' },
  name: NAME,
  url: PROMETHEUS_URL,
  threshold: {
    name: 'threshold',
    shape: patternText({
      pattern: /^\s*(?:[<>]=?|[=!]=)\s*[+-]?[0-9]/u,
      expected: "a threshold. Write it as '> 0.99' or '<= 500', in quotes",
      parse: (text) => parseThreshold(text).text,
    }),
    meaning:
      "What has to hold of every value, in quotes: `'> 0.99'`. Operators are `>`, `>=`, `<`, `<=`, `==` and `!=`.",
  },
  timeout: TIMEOUT,
};

export const ALERTS: Table<
  { alerts: true; name: string; url: string; alertmanager: string; labels: Readonly<Record<string, string>> },
  { timeout: number }
> = {
  alerts: { name: 'alerts', shape: PRESENT, meaning: '`true`: no alert of Prometheus may be firing or pending.' },
  name: NAME,
  url: PROMETHEUS_URL,
  alertmanager: {
    name: 'alertmanager',
    shape: HTTP_URL,
    meaning: 'Where Alertmanager is, which knows the alerts that are silenced.',
  },
  labels: {
    name: 'labels',
    shape: namedTexts({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/u, expected: 'the name of a label' }, TEXT),
    meaning: 'Only alerts that have all of these labels count.',
  },
  timeout: TIMEOUT,
};

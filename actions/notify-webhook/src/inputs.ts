import type { InputReader } from '@plimsoll/action-kit';
import { type Budget, secretsInHeader, secretsInKey, secretsInUrl } from '@plimsoll/delivery';
import { type MentionRule, readMentionRule, readTemplate, type StoryField, type Template } from '@plimsoll/message';
import { Failure } from '@plimsoll/outcome';

export interface NotifyInputs {
  /** Lines as they are: what is wrong with one of them costs that receiver, never the job. */
  readonly urls: readonly string[];
  /** Empty: what the results of the steps amount to. */
  readonly event: string;
  readonly title: string;
  readonly text: string;
  readonly fields: readonly StoryField[];
  readonly mentions: readonly MentionRule[];
  readonly template: Template | undefined;
  /** `toJSON(steps)` and `toJSON(needs)`. */
  readonly steps: string;
  readonly needs: string;
  /** Lines, newest first. */
  readonly signingSecrets: readonly string[];
  readonly headers: readonly string[];
  readonly budget: Budget;
  readonly required: boolean;
}

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): NotifyInputs {
  return {
    urls: read.secretLines('urls', secretsInUrl),
    event: read.optionalText('event') ?? '',
    title: read.optionalText('title') ?? '',
    text: read.optionalText('text') ?? '',
    fields: read.parsedLines('fields', parseField),
    mentions: read.parsedLines('mentions', parseMention),
    template: read.optionalParsed('template', parseTemplate),
    steps: read.optionalText('steps') ?? '',
    needs: read.optionalText('needs') ?? '',
    signingSecrets: read.secretLines('signing-secret', secretsInKey),
    headers: read.secretLines('headers', secretsInHeader),
    budget: {
      timeoutMs: read.duration('timeout', { min: 100, max: 120_000, default: '10s' }),
      totalMs: read.duration('total-timeout', { min: 100, max: 600_000, default: '60s' }),
    },
    required: read.boolean('required', { default: 'false' }),
  };
}

function parseField(line: string): StoryField {
  const colon = line.indexOf(':');
  if (colon < 1) throw new Failure('input', `${JSON.stringify(line.slice(0, 40))} is not of the form 'Name: value'`);
  return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}

function parseMention(line: string): MentionRule {
  const rule = readMentionRule(line);
  if (rule !== undefined) return rule;
  const forms =
    '<@U123>, <!subteam^S123>, <!here> (Slack), <@123>, <@&123>, @here (Discord), <at>name@host</at> (Teams)';
  const hint = line.includes(',') ? '; between mentions stands a space, no comma' : '';
  throw new Failure(
    'input',
    `${JSON.stringify(line.slice(0, 80))} is not an event, a colon and mentions such as ${forms}${hint}`,
  );
}

function parseTemplate(text: string): Template {
  const read = readTemplate(text);
  if ('wrong' in read) throw new Failure('input', `the template ${read.wrong}`);
  return read.template;
}

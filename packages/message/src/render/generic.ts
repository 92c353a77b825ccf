import type { Json } from '@plimsoll/outcome';
import type { Document, Section, Table } from '../document.ts';
import type { Fact } from '../fact.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import type { Story } from '../story.ts';
import { byteLength } from '../text/bytes.ts';

/** The largest payload that Standard Webhooks advises (standard-webhooks/spec/standard-webhooks.md, "Payload size"). */
export const GENERIC_BYTES = 20_000;

type Fields = { readonly [key: string]: Json };

/** The story as one JSON document, schema `plimsoll/message@1`. Its texts are clean, and escaped for nobody. */
export function renderGeneric(story: Story): Rendered<Fields> {
  return inMostDetail({
    story,
    render: (document) => messageOf(story, document),
    fits: (json) => byteLength(JSON.stringify(json)) <= GENERIC_BYTES,
  });
}

function messageOf({ event, tone, place, reason, endedAt, durationMs }: Story, document: Document): Fields {
  const { title, text, facts, fields, sections, notes, leftOut } = document;
  const named = (label: string): string => facts.find((fact) => fact.label === label)?.text ?? '';
  return {
    schema: 'plimsoll/message@1',
    event,
    tone,
    title,
    text,
    environment: named('Environment'),
    version: named('Version'),
    release: named('Live release'),
    code: reason?.code ?? '',
    reason: named('Reason'),
    repository: place.repository,
    ref: named('Branch or tag'),
    actor: named('By'),
    commit: place.commit,
    commitUrl: place.commitUrl,
    runUrl: place.runUrl,
    endedAt,
    durationMs: durationMs ?? null,
    fields: fields.map(({ name, value }) => ({ name, value })),
    stages: sections.map(stageOf),
    notes,
    leftOut,
  };
}

function stageOf({ stage, title, summary, facts, table }: Section): Fields {
  return {
    title,
    action: stage?.action ?? '',
    verdict: stage?.verdict ?? 'fail',
    code: stage?.code ?? '',
    startedAt: stage?.startedAt ?? '',
    durationMs: stage?.durationMs ?? null,
    summary,
    facts: facts.map(({ label, text }: Fact) => ({ name: label, value: text })),
    rows: table === undefined ? [] : rowsOf(table),
  };
}

function rowsOf({ heads, rows }: Table): Json {
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head.toLowerCase(), row[at] ?? ''])));
}

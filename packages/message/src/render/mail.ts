import type { Document, Section, Table } from '../document.ts';
import { escapeHtml } from '../escape/html.ts';
import type { Fact } from '../fact.ts';
import { inMostDetail, type Rendered } from '../fit.ts';
import { LOOKS, leftOutText, MARKS } from '../looks.ts';
import type { Story } from '../story.ts';
import { cutTo } from '../text/cut.ts';
import { renderPlain } from './plain.ts';

/** A mail without its addresses. */
export interface Mail {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** RFC 5322, section 2.1.1: a line has at most 998 characters; shown are far fewer. */
const SUBJECT_CHARACTERS = 200;
/** Gmail clips a message beyond 102 kB; the text stays below it as well. */
const MAIL_CHARACTERS = 60_000;

/**
 * The story as a mail: a summary for those who only want to know that it went well, and an incident report, with what
 * happened when, for those who have to act.
 */
export function renderMail(story: Story): Rendered<Mail> {
  const told = isIncident(story) ? story : { ...story, stages: story.stages.map(withoutLines) };
  const text = renderPlain(told, MAIL_CHARACTERS);
  const html = inMostDetail({ story: told, render: htmlOf, fits: (one) => one.length <= MAIL_CHARACTERS });
  const prefix = story.place.repository === '' ? '' : `[${story.place.repository}] `;
  const subject = cutTo(`${prefix}${isIncident(story) ? 'Incident: ' : ''}${story.title}`, SUBJECT_CHARACTERS);
  return {
    payload: { subject, text: text.payload, html: html.payload },
    leftOut: [...new Set([...text.leftOut, ...html.leftOut])],
  };
}

function isIncident({ tone }: Story): boolean {
  return tone === 'failed' || tone === 'rolled-back';
}

type Stage = Story['stages'][number];

/** A summary counts hosts and checks instead of naming them: nobody has to look at any of them. */
function withoutLines(stage: Stage): Stage {
  const { details } = stage;
  switch (details.kind) {
    case 'deployment':
    case 'rollback':
      return { ...stage, details: { ...details, hosts: [] } };
    case 'verification':
      return { ...stage, details: { ...details, checks: [] } };
    case 'gate':
      return { ...stage, details: { ...details, rules: [] } };
    case 'backup':
      return { ...stage, details: { ...details, backups: details.backups.length > 1 ? [] : details.backups } };
    case 'other':
      return stage;
  }
}

function htmlOf(document: Document): string {
  const { tone, title, text, facts, fields, sections, notes, links, leftOut } = document;
  const colour = `#${LOOKS[tone].colour.toString(16).padStart(6, '0')}`;
  const all = [...facts, ...fields.map(({ name, value }) => ({ label: name, text: value }))];
  return [
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="font-family:sans-serif">',
    `<h2 style="border-left:6px solid ${colour};padding-left:10px">${LOOKS[tone].symbol} ${escapeHtml(title)}</h2>`,
    text === '' ? '' : `<p>${lines(text)}</p>`,
    factTable(all),
    ...sections.map(sectionHtml),
    ...[...notes, leftOutText(leftOut)]
      .filter((note) => note !== '')
      .map((note) => `<p><em>${escapeHtml(note)}</em></p>`),
    links.length === 0
      ? ''
      : `<p>${links.map(({ label, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`).join(' · ')}</p>`,
    '</body></html>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function factTable(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, text }) => `<tr><th align="left">${escapeHtml(label)}</th><td>${lines(text)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table cellpadding="4">${rows.join('')}</table>`;
}

function sectionHtml({ stage, mark, title, summary, facts, table }: Section): string {
  const at = stage === undefined ? '' : ` <small>${stage.startedAt.slice(11, 19)} UTC</small>`;
  return [
    `<h3>${MARKS[mark]} ${escapeHtml(title)}${at}</h3>`,
    summary === '' ? '' : `<p>${escapeHtml(summary)}</p>`,
    factTable(facts),
    table === undefined ? '' : tableHtml(table),
  ].join('');
}

function tableHtml({ heads, rows }: Table): string {
  const head = heads.map((one) => `<th align="left">${escapeHtml(one)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table border="1" cellpadding="4" style="border-collapse:collapse"><tr>${head}</tr>${body}</table>`;
}

function lines(text: string): string {
  return text.split('\n').map(escapeHtml).join('<br>');
}

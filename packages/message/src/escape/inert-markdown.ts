/**
 * Invisible, and enough to part what GitHub would take for a mention, a reference, an address or an emoji: it looks for those
 * in the finished text, after entities were decoded, so an entity alone does not stop it.
 */
const GAP = '&#8203;';

/** Parts a text as well, and is not copied with it. */
const CODE_GAP = '<wbr>';

/** What can begin structure, HTML, a link, a formula or a cell. Letters and digits never can. */
const SPECIAL = /[\\`*_[\]<>#|~&$@!]|^[-+=]|^\d+(?=[.)](?:\s|$))|:(?=\/\/|[\w+-]+:)|(?<=\bwww)\./giu;

const MENTION = /(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/gu;
const REFERENCE = /#(?=\d)/gu;
const SHORT_REFERENCE = /\bGH-(?=\d)/giu;
const SCHEME = /:(?=\/\/)/gu;
const DOMAIN = /\bwww(?=\.)/giu;
/** cmark-gfm (extensions/autolink.c, postprocess_text) makes a link of it, in code too. */
const MAIL_ADDRESS = /@(?=[\w-]*\.[A-Za-z0-9])/gu;
/** Not the minutes of a time: no emoji has a name of two digits. */
const EMOJI = /:(?=(?!\d\d?:)[\w+-]+:)/gu;
const COMMIT = /(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/giu;
/** Seven digits are a commit already, so no piece of one may have as many. */
const DIGITS_OF_NO_COMMIT = /.{6}(?=.)/gu;

/** Placed where a gap belongs while the rest is escaped; clean text holds no such character. */
const HOLD = '\u200B';

/**
 * One line of foreign text as GitHub Markdown that shows exactly that text and sets nothing off: no mention, reference, link, HTML or markup.
 * For comments, which notify people. (`escapeMarkdown` of action-kit is for job summaries, which do not: there a text stays as one copies it.)
 */
export function inertMarkdownLine(text: string): string {
  return withEntities(parted(text)).replaceAll(HOLD, GAP);
}

/** Foreign text of several lines; empty lines part paragraphs, others break the line. */
export function inertMarkdownText(text: string): string {
  const paragraphs = text
    .split(/\n(?:[ ]*\n)+/u)
    .map((paragraph) => paragraph.split('\n').map((line) => inertMarkdownLine(line.trim())));
  return paragraphs.map((lines) => lines.join('<br>\n')).join('\n\n');
}

/** Foreign text as code in the middle of a line or cell. GitHub looks for no mentions and references in code, only for mail addresses. */
export function inertMarkdownCode(text: string): string {
  const inert = withEntities(text.replace(MAIL_ADDRESS, `@${HOLD}`)).replaceAll(HOLD, CODE_GAP);
  return text === '' ? '' : `<code>${inert}</code>`;
}

/** Entities are decoded after the structure is parsed, so an escaped character cannot take part in any. */
function withEntities(text: string): string {
  return text.replace(SPECIAL, (special) => Array.from(special, (one) => `&#${one.codePointAt(0)};`).join(''));
}

function parted(text: string): string {
  return text
    .replace(MENTION, `@${HOLD}`)
    .replace(MAIL_ADDRESS, `@${HOLD}`)
    .replace(EMOJI, `:${HOLD}`)
    .replace(REFERENCE, `#${HOLD}`)
    .replace(SHORT_REFERENCE, (match) => `${match}${HOLD}`)
    .replace(SCHEME, `:${HOLD}`)
    .replace(DOMAIN, (match) => `${match}${HOLD}`)
    .replace(COMMIT, (match) => match.replace(DIGITS_OF_NO_COMMIT, `$&${HOLD}`));
}

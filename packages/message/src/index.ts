/** One story of a deployment, told from the results of its steps and rendered for each receiver within its limits. */

export { inertMarkdownCode, inertMarkdownLine, inertMarkdownText } from './escape/inert-markdown.ts';
export type { Rendered } from './fit.ts';
export { LOOKS } from './looks.ts';
export { type MentionRule, type Mentions, mentionsFor, NOBODY, readMentionRule } from './mentions.ts';
export { placeOf } from './place.ts';
export { closedMarkdown } from './render/closed-markdown.ts';
export { DISCORD_LIMITS, renderDiscord } from './render/discord.ts';
export { GENERIC_BYTES, renderGeneric } from './render/generic.ts';
export { type Mail, renderMail } from './render/mail.ts';
export { renderMarkdown } from './render/markdown.ts';
export { renderPlain } from './render/plain.ts';
export { renderSlack, SLACK_LIMITS } from './render/slack.ts';
export { splitMarkdown } from './render/split-markdown.ts';
export { renderTeams, TEAMS_BYTES } from './render/teams.ts';
export { fillTemplate, readTemplate, type Template } from './render/template.ts';
export { renderTimes } from './render/times.ts';
export { type Found, readNeeds, readSteps } from './results/read-outputs.ts';
export type { Stage } from './stages/stage.ts';
export type { Place, Reason, Story, StoryField } from './story.ts';
export { type StoryRequest, tellStory } from './tell-story.ts';
export { cleanText } from './text/clean.ts';
export { cutTo } from './text/cut.ts';

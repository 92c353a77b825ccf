/** Who is to be called, in the words of each receiver. Built by `mentionsFor` alone: nothing of it is ever escaped. */
export interface Mentions {
  /** `<@U123>`, `<!subteam^S123>`, `<!here>`, `<!channel>`, `<!everyone>` */
  readonly slack: readonly string[];
  /** `<@123>`, `<@&123>`, `@everyone`, `@here` */
  readonly discord: readonly string[];
  /** User principal names or ids. */
  readonly teams: readonly string[];
}

export const NOBODY: Mentions = { slack: [], discord: [], teams: [] };

/** One line of the input `mentions`: who is called at which event. */
export interface MentionRule {
  readonly event: string;
  readonly who: Mentions;
}

const SLACK = /^(?:<@[UW][A-Z0-9]{2,30}>|<!subteam\^[A-Z0-9]{2,30}>|<!(?:here|channel|everyone)>)$/u;
const DISCORD = /^(?:<@!?\d{5,25}>|<@&\d{5,25}>|@everyone|@here)$/u;
const TEAMS =
  /^<at>([A-Za-z0-9._%+-]{1,100}@[A-Za-z0-9.-]{1,150}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/at>$/iu;

/** A line such as `failed: <@U123> <@&456>`; undefined when it is not of this form. */
export function readMentionRule(line: string): MentionRule | undefined {
  const colon = line.indexOf(':');
  const event = line.slice(0, Math.max(0, colon)).trim();
  const words = line
    .slice(colon + 1)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (
    event === '' ||
    words.length === 0 ||
    !words.every((word) => SLACK.test(word) || DISCORD.test(word) || TEAMS.test(word))
  ) {
    return undefined;
  }
  return { event, who: byReceiver(words) };
}

/** Everybody who is to be called at this event, once each. */
export function mentionsFor(event: string, rules: readonly MentionRule[]): Mentions {
  const called = rules.filter((rule) => rule.event === event).map(({ who }) => who);
  return {
    slack: once(called.flatMap(({ slack }) => slack)),
    discord: once(called.flatMap(({ discord }) => discord)),
    teams: once(called.flatMap(({ teams }) => teams)),
  };
}

/** More than this calls nobody any better, and has to leave room for the message. */
const MOST_CALLED = 20;

function once(words: readonly string[]): readonly string[] {
  return [...new Set(words)].slice(0, MOST_CALLED);
}

function byReceiver(words: readonly string[]): Mentions {
  return {
    slack: words.filter((word) => SLACK.test(word)),
    discord: words.filter((word) => DISCORD.test(word)),
    teams: words.flatMap((word) => TEAMS.exec(word)?.[1] ?? []),
  };
}

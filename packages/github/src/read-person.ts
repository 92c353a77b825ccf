import type { Answer } from './answer.ts';
import type { Person } from './person.ts';

const BOT_ENDING = '[bot]';

/** A user of REST. */
export function readPerson(user: Answer): Person {
  const login = user.at('login').text();
  const isBot = user.at('type').maybe((type) => type.text()) === 'Bot' || login.endsWith(BOT_ENDING);
  return { id: user.at('id').whole(), login: withoutEnding(login), isBot };
}

/** Asks for what `readActor` reads, wherever an `Actor` stands. */
export const ACTOR_FIELDS =
  '{ __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } ... on Organization { databaseId } ... on EnterpriseUserAccount { user { databaseId } } }';

/** An `Actor` of GraphQL; undefined for one without an id, who cannot be told from others. */
export function readActor(actor: Answer): Person | undefined {
  const own = actor.at('databaseId').maybe((id) => id.whole());
  const id = own ?? actor.at('user').maybe((user) => user.at('databaseId').whole());
  const login = actor.at('login').text();
  const isBot = actor.at('__typename').text() === 'Bot' || login.endsWith(BOT_ENDING);
  return id === undefined ? undefined : { id, login: withoutEnding(login), isBot };
}

function withoutEnding(login: string): string {
  return login.endsWith(BOT_ENDING) ? login.slice(0, -BOT_ENDING.length) : login;
}

export type { FailureCode, Json, Result, Verdict } from '@plimsoll/outcome';
export type { ActionContext, ActionDefinition, Outcome } from './action.ts';
export { describeInputs, readInputs } from './inputs/read-inputs.ts';
export type { InputReader } from './inputs/reader.ts';
export { choiceForm, durationForm, type Form, integerForm, PERCENTAGE, sizeForm } from './inputs/values.ts';
export type { Log } from './log.ts';
export type { Cell } from './markdown.ts';
export { code, codeBlock, escapeMarkdown, markdownTable } from './markdown.ts';
export { runAction } from './run.ts';

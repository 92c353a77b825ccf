export { compareGenerations, type Generation } from './generation.ts';
export { type Entry, type Marker, readMarker } from './marker.ts';
export type { CommentPort, PullRequestPort } from './ports.ts';
export { MODES, type Mode, type SpeakRequest, type Spoken, speak } from './speak.ts';
export type { Text } from './text.ts';
export type { Written } from './upsert.ts';

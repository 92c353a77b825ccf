export { type Entry, type Marker, readMarker } from './marker.ts';
export type { CommentPort } from './ports.ts';
export { MODES, type Mode, type Spoken, speak } from './speak.ts';
export type { CommentText } from './text.ts';
export type { Written } from './upsert.ts';

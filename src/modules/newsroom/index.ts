export type { StoryCount } from './server/newsroom.report.read-model.ts';
export { isFilePublic, readStoriesForReport } from './server/newsroom.report.read-model.ts';
export type { PublicSnapshot } from './server/newsroom.snapshot.ts';
export type { EditionWaiting } from './server/newsroom.waiting.read-model.ts';
export { readEditionsWaiting } from './server/newsroom.waiting.read-model.ts';

export type { StoryCount } from './server/newsroom.report.read-model.ts';
export { isFilePublic, readStoriesForReport } from './server/newsroom.report.read-model.ts';
export type { PublicSnapshot } from './server/newsroom.snapshot.ts';

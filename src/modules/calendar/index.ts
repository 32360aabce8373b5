export { readDaysOff } from './server/calendar.days-off.read-model.ts';
export type { WritingOccasion } from './server/calendar.suggestions.read-model.ts';
export { readOccasion, readWritingOccasions } from './server/calendar.suggestions.read-model.ts';
export type { CalendarDateTable } from './server/calendar.tables.ts';
export { visibleDates } from './server/calendar.visibility.read-model.ts';

import { defineError } from '../../../platform/errors/errors.ts';

export const rangeTooLong = defineError('calendar.range_too_long', 422);
export const ruleNotValid = defineError('calendar.rule_not_valid', 422);
export const clauseUnknown = defineError('calendar.clause_unknown', 422);
export const unitUnknown = defineError('calendar.unit_unknown', 422);
export const idTaken = defineError('calendar.id_taken', 409);
export const dateMissing = defineError('calendar.date_missing', 422);
export const dayTaken = defineError('calendar.day_taken', 409);
export const reasonMissing = defineError('calendar.reason_missing', 422);
export const notYet = defineError('calendar.not_yet', 409);
export const tooManyFeeds = defineError('calendar.too_many_feeds', 409);
export const fileMissing = defineError('calendar.file_missing', 422);
export const fileTooLarge = defineError('calendar.file_too_large', 413);
export const fileNotCalendar = defineError('calendar.file_not_calendar', 422);
export const fileTooManyEvents = defineError('calendar.file_too_many_events', 422);
export const fileTooCostly = defineError('calendar.file_too_costly', 422);

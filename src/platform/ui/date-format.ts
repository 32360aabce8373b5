/** The zone of the department; all-day dates have no zone and are shown as they are. */
export const departmentZone = 'Asia/Ho_Chi_Minh';

export interface DateFormat {
  readonly language: string;
  readonly time?: boolean;
  readonly weekday?: boolean;
}

/** `2026-11-25` or an instant in ISO form → `25/11/2026` (vi), `25 November 2026` (en). */
export function formatDate(value: string, format: DateFormat): string {
  const isDay = value.length === 10;
  const moment = new Date(isDay ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(moment.getTime())) return value;
  const timeZone = isDay ? 'UTC' : departmentZone;
  const vietnamese = format.language.startsWith('vi');
  const day = new Intl.DateTimeFormat(vietnamese ? 'vi-VN' : 'en-GB', {
    timeZone,
    day: vietnamese ? '2-digit' : 'numeric',
    month: vietnamese ? '2-digit' : 'long',
    year: 'numeric',
    ...(format.weekday === true ? { weekday: 'long' as const } : {}),
  }).format(moment);
  if (isDay || format.time !== true) return day;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);
  return `${time}, ${day}`;
}

/** The day of an instant in the department's zone, `2026-11-25`. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: departmentZone }).format(instant);
}

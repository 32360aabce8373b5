import { dayInDepartment } from '../../../platform/clock/clock.ts';

const dayLength = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Monday to Friday, without public holidays. */
export function isWorkingDay(day: string, daysOff: ReadonlySet<string>): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !daysOff.has(day);
}

export function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

const digestTime = '07:30';
/** What the look at 07:30 itself finds still goes into that morning's digest. */
const grace = 10 * 60_000;

export interface DigestMorning {
  readonly day: string;
  /** Daily: what was written before this moment; weekly: before that of Monday. */
  readonly dailyUntil: Date;
  readonly weeklyUntil: Date;
}

/** Pure: the digest that is due now; null before 07:30 (Asia/Ho_Chi_Minh) and on days without work. */
export function digestMorning(now: Date, daysOff: ReadonlySet<string>): DigestMorning | null {
  const day = dayInDepartment(now);
  const opens = momentOf(day);
  if (now < opens || !isWorkingDay(day, daysOff)) return null;
  const until = (when: string) => new Date(momentOf(when).getTime() + grace);
  return { day, dailyUntil: until(day), weeklyUntil: until(mondayOf(day)) };
}

function momentOf(day: string): Date {
  return new Date(`${day}T${digestTime}:00+07:00`);
}

/** Days on which a task is caught up with when nobody looked at the right time (the program was down). */
export const catchUpDays = 14;

/**
 * Pure: the reminder that holds today, as so many days before (negative: after) the deadline, with the day it belongs to;
 * null where none does. A reminder that was missed is told late, and of several missed ones only the last.
 */
export function reminderToday(input: {
  deadline: string;
  today: string;
  beforeDays: readonly number[];
  afterDays: readonly number[];
}): { day: string; isLate: boolean } | null {
  const { deadline, today } = input;
  const left = daysBetween(today, deadline);
  if (left >= 0) {
    const nearest = Math.min(...input.beforeDays.filter((days) => left <= days));
    return Number.isFinite(nearest) ? { day: addDays(deadline, -nearest), isLate: false } : null;
  }
  const latest = Math.max(...input.afterDays.filter((days) => days <= -left));
  if (!Number.isFinite(latest) || -left - latest > catchUpDays) return null;
  return { day: addDays(deadline, latest), isLate: true };
}

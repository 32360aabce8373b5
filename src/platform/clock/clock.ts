/** The only source of the current time. Tests set it; decisions about time (due, expired, lease) take it from here. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that a test moves by hand. */
export function createTestClock(
  start: string,
): Clock & { set(instant: string): void; advance(milliseconds: number): void } {
  let current = new Date(start);
  return {
    now: () => new Date(current),
    set(instant) {
      current = new Date(instant);
    },
    advance(milliseconds) {
      current = new Date(current.getTime() + milliseconds);
    },
  };
}

const departmentZone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: departmentZone, dateStyle: 'short' });

/** The calendar day (YYYY-MM-DD) of an instant in the department's zone. */
export function dayInDepartment(instant: Date): string {
  return dayFormat.format(instant);
}

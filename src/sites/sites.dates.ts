import { dayInDepartment } from '../platform/clock/clock.ts';
import {
  type LunarDate,
  type LunarTable,
  lunarDateOf,
  lunarMonthName,
  lunarYearName,
} from '../platform/clock/lunar.ts';
import type { SiteLanguage } from './sites.snapshot.ts';

const vietnameseWeekdays = ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const englishOrdinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const englishWeekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });

const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** 23/11/2026, or 23 November 2026. Takes a civil day or an instant. */
export function shortDate(language: SiteLanguage, dayOrInstant: string): string {
  const day = dayOrInstant.length === 10 ? dayOrInstant : dayInDepartment(new Date(dayOrInstant));
  if (language === 'en') return englishDay.format(atMidnight(day));
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
}

/** The day with its weekday: thứ Hai, 23/11/2026, or Monday 23 November 2026. */
export function longDate(language: SiteLanguage, day: string): string {
  if (language === 'en') return `${englishWeekday.format(atMidnight(day))} ${shortDate('en', day)}`;
  return `${vietnameseWeekdays[atMidnight(day).getUTCDay()] ?? ''}, ${shortDate('vi', day)}`;
}

/** The lunar day in words, with or without the year's name: 15 tháng Mười, Bính Ngọ. */
export function lunarWords(language: SiteLanguage, date: LunarDate, withYear: boolean): string {
  if (language === 'en') {
    return `day ${date.day} of the ${date.isLeap ? 'leap ' : ''}${englishOrdinals[date.month - 1] ?? ''} lunar month`;
  }
  return `${date.day} ${lunarMonthName(date)}${withYear ? `, ${lunarYearName(date.year)}` : ''}`;
}

export interface DayInWords {
  readonly solar: string;
  readonly lunar: LunarDate | null;
  readonly lunarText: string;
}

export function dayInWords(input: { language: SiteLanguage; day: string; table: LunarTable }): DayInWords {
  const lunar = lunarDateOf(input.table, input.day);
  return {
    solar: longDate(input.language, input.day),
    lunar,
    lunarText: lunar ? lunarWords(input.language, lunar, true) : '',
  };
}

/** The day of an instant in the department's zone, with the hour: 14:05, 23/11/2026. */
export function dateAndTime(language: SiteLanguage, instant: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
  return `${time.format(new Date(instant))}, ${shortDate(language, instant)}`;
}

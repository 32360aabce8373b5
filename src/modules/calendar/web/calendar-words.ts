import type { StitchState } from '../../../platform/ui/stitch.tsx';
import type { Text } from '../../../platform/ui/use-text.ts';
import type { CalendarDay, DateRow, DateState, EventDetail } from '../calendar.contract.ts';

/** The shape of a state of a date: what may still fail is hollow, what is sure is full. */
export const stitchOf: Readonly<Record<DateState, StitchState>> = {
  rumoured: 'empty',
  planned: 'running',
  confirmed: 'done',
  held: 'done',
  postponed: 'late',
  cancelled: 'idle',
};

type Lunar = CalendarDay['lunar'];

/** The lunar day under a solar one: the day alone, with its month on the first. */
export function lunarShort(lunar: Lunar): string {
  if (lunar === null) return '';
  return lunar.day === 1 ? lunarDayMonth(lunar) : String(lunar.day);
}

export function lunarDayMonth(lunar: Lunar): string {
  return lunar === null ? '' : `${lunar.day}/${lunar.month}${lunar.isLeap ? 'n' : ''}`;
}

/** A rule in words: "hằng năm, ngày 10 tháng 3 âm lịch". */
export function ruleWords(rule: EventDetail['fields']['rule'], t: Text, format: (day: string) => string): string {
  switch (rule.kind) {
    case 'once':
      return t('rule_words.once', { day: format(rule.on) });
    case 'solar':
      return t('rule_words.solar', { day: rule.day, month: rule.month });
    case 'lunar':
      return t('rule_words.lunar', { day: rule.day, month: rule.month });
    case 'repeat': {
      const frequency = /FREQ=([A-Z]+)/.exec(rule.rrule)?.[1] ?? '';
      return t(`rule_words.repeat_${frequency.toLowerCase()}`, { day: format(rule.from) });
    }
    case 'zoned': {
      const frequency = /FREQ=([A-Z]+)/.exec(rule.rrule)?.[1] ?? '';
      const words = t(`rule_words.repeat_${frequency.toLowerCase()}`, { day: format(rule.from.slice(0, 10)) });
      return t('rule_words.zoned', { words, zone: rule.zone, time: rule.from.slice(11) });
    }
    case 'dates':
      return t('rule_words.dates', { count: rule.days.length });
    case 'relative':
      return t(rule.days < 0 ? 'rule_words.before' : 'rule_words.after', { count: Math.abs(rule.days) });
    case 'unknown':
      return t('rule_words.unknown');
  }
}

/** The title with the years of which the day reminds. */
export function titleWithYears(date: DateRow, title: string, t: Text): string {
  const { anniversary } = date;
  if (anniversary === null || date.kind === 'holiday') return title;
  return t('page.with_years', { title, years: anniversary.years });
}

export function timeWords({ startTime, endTime }: { startTime: string | null; endTime: string | null }): string {
  if (startTime === null) return '';
  return endTime === null ? startTime : `${startTime}–${endTime}`;
}

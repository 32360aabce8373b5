import { addDays, type LunarTable, lunarDateOf, yearlyLunarDay } from '../../../platform/clock/lunar.ts';
import type { EventRule } from '../calendar.shapes.contract.ts';

/** One day that a rule gives; its time only where the day has one of its own. */
export interface RuleDay {
  readonly on: string;
  readonly startTime?: string | null;
  readonly endTime?: string | null;
}

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Rules that need no expansion by the iCalendar library, and none by other events. */
export type PlainRule = Exclude<EventRule, { kind: 'repeat' | 'zoned' | 'relative' }>;

export function isPlainRule(rule: EventRule): rule is PlainRule {
  return rule.kind !== 'repeat' && rule.kind !== 'zoned' && rule.kind !== 'relative';
}

/** The days that the rule gives within the span, in their order. A day that stands alone is given wherever it lies. Pure. */
export function daysOfRule(rule: PlainRule, span: Span, table: LunarTable): RuleDay[] {
  switch (rule.kind) {
    case 'once':
      return [{ on: rule.on }];
    case 'dates':
      return [...rule.days].sort((one, other) => (one.on < other.on ? -1 : 1));
    case 'solar':
      return yearsOf(span).flatMap((year) => within(span, solarDay(year, rule.month, rule.day)));
    case 'lunar': {
      // The lunar year may begin in February: the first days of a civil year belong to the lunar year before it.
      const first = lunarDateOf(table, span.from)?.year ?? Number(span.from.slice(0, 4));
      const last = Number(span.to.slice(0, 4));
      const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
      return years.flatMap((year) => within(span, yearlyLunarDay(table, { ...rule, year })));
    }
    case 'unknown':
      return [];
  }
}

/** Whether a rule names a day that exists: not 31 April. Pure. */
export function isPossible(rule: EventRule): boolean {
  return rule.kind !== 'solar' || rule.day <= daysOfMonth(2024, rule.month);
}

function yearsOf({ from, to }: Span): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function solarDay(year: number, month: number, day: number): string {
  const shown = Math.min(day, daysOfMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(shown).padStart(2, '0')}`;
}

function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function within({ from, to }: Span, on: string | null): RuleDay[] {
  return on !== null && on >= from && on <= to ? [{ on }] : [];
}

export function lastDay(startsOn: string, lastsDays: number): string {
  return addDays(startsOn, lastsDays - 1);
}

/** How far ahead and back the dates of a series are written out. */
export function horizonOf(today: string): Span {
  const year = Number(today.slice(0, 4));
  return { from: `${year - 1}-01-01`, to: `${Math.min(year + 2, 2071)}-12-31` };
}

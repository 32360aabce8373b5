import type { EventRule } from '../../calendar.shapes.contract.ts';
import type { RuleDay, Span } from '../calendar.rule.ts';

/** One series of a file, in the words of the calendar and the department's time. */
export interface IcsSeries {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly rule: EventRule | null;
  readonly days: readonly RuleDay[];
  readonly lastsDays: number;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly isTentative: boolean;
  readonly isCancelled: boolean;
  readonly isPrivate: boolean;
  readonly exceptions: readonly IcsException[];
  readonly warnings: readonly { readonly code: string; readonly value: string }[];
}

/** What a RECURRENCE-ID changes about one date of the series. */
export interface IcsException {
  readonly originalOn: string;
  readonly on: string;
  readonly lastsDays: number;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly title: string;
  readonly place: string;
  readonly isCancelled: boolean;
}

export interface RepeatRule {
  readonly from: string;
  readonly rrule: string;
  readonly except: readonly string[];
  readonly extra: readonly string[];
}

/** The part of a rule that only the library can expand. */
export type ExpandableRule = Extract<EventRule, { kind: 'repeat' | 'zoned' }>;

export type IcsTask =
  | { readonly kind: 'read'; readonly text: string; readonly span: Span }
  | { readonly kind: 'expand'; readonly rules: readonly ExpandableRule[]; readonly span: Span };

/** `null` for a rule that is none. */
export type IcsAnswer =
  | { readonly kind: 'read'; readonly series: readonly IcsSeries[] }
  | { readonly kind: 'expand'; readonly days: readonly (readonly RuleDay[] | null)[] }
  | { readonly kind: 'begun' }
  | { readonly kind: 'refused'; readonly code: 'not_calendar' | 'too_many_events' };

/** Dates of one series and of one file: above these a file is refused, for no department's calendar is like this. */
export const icsLimits = { bytes: 1_048_576, events: 2000, datesOfSeries: 800, datesOfFile: 6000 } as const;

import type { EventFields, EventRule } from '../calendar.contract.ts';

/** Kinds of rules that a person chooses in the form; `keep` is an imported or special rule that stays as it is. */
export const ruleChoices = ['once', 'solar', 'lunar', 'weekly', 'monthly', 'unknown'] as const;
export type RuleChoice = (typeof ruleChoices)[number] | 'keep';

export interface RuleDraft {
  readonly choice: RuleChoice;
  readonly on: string;
  readonly day: number;
  readonly month: number;
  readonly shortMonth: 'last_day' | 'next_day' | 'skip';
  readonly until: string;
  readonly kept: EventRule;
}

/** Whether the rule begins on a day that the person enters. Pure. */
export function asksDay({ choice }: RuleDraft): boolean {
  return choice === 'once' || choice === 'weekly' || choice === 'monthly';
}

const ownRepeat = /^FREQ=(WEEKLY|MONTHLY)(?:;UNTIL=(\d{4})(\d{2})(\d{2}))?$/;

/** The rule as the form shows it. Pure. */
export function draftOfRule(rule: EventRule, today: string): RuleDraft {
  const [month, day] = [Number(today.slice(5, 7)), Number(today.slice(8, 10))];
  const base = { on: today, day, month, shortMonth: 'last_day', until: '', kept: rule } as const;
  switch (rule.kind) {
    case 'once':
      return { ...base, choice: 'once', on: rule.on };
    case 'solar':
      return { ...base, choice: 'solar', day: rule.day, month: rule.month };
    case 'lunar':
      return { ...base, choice: 'lunar', day: rule.day, month: rule.month, shortMonth: rule.shortMonth };
    case 'unknown':
      return { ...base, choice: 'unknown' };
    case 'repeat': {
      const own = ownRepeat.exec(rule.rrule);
      if (!own || rule.extra.length > 0) return { ...base, choice: 'keep' };
      const until = own[2] ? `${own[2]}-${own[3]}-${own[4]}` : '';
      return { ...base, choice: own[1] === 'WEEKLY' ? 'weekly' : 'monthly', on: rule.from, until };
    }
    default:
      return { ...base, choice: 'keep' };
  }
}

/** The rule that the form says. Pure. */
export function ruleOfDraft(draft: RuleDraft): EventRule {
  const { choice, on, day, month, shortMonth, until, kept } = draft;
  switch (choice) {
    case 'once':
      return { kind: 'once', on };
    case 'solar':
      return { kind: 'solar', day, month };
    case 'lunar':
      return { kind: 'lunar', day, month, shortMonth };
    case 'unknown':
      return { kind: 'unknown' };
    case 'weekly':
    case 'monthly': {
      const end = until === '' ? '' : `;UNTIL=${until.replaceAll('-', '')}`;
      const except = kept.kind === 'repeat' ? kept.except : [];
      return { kind: 'repeat', from: on, rrule: `FREQ=${choice.toUpperCase()}${end}`, except, extra: [] };
    }
    case 'keep':
      return kept;
  }
}

/** What a new event begins as. */
export function emptyEvent(input: { unitId: string; day: string }): EventFields {
  return {
    kind: 'event',
    titles: { vi: '' },
    description: '',
    rule: { kind: 'once', on: input.day },
    lastsDays: 1,
    startTime: null,
    endTime: null,
    sinceYear: null,
    place: '',
    placeUnitId: null,
    unitId: input.unitId,
    audience: null,
    isMajor: false,
    isAbroad: false,
    clauseId: null,
    source: '',
    evidence: 'house',
    note: '',
  };
}

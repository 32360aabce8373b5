import { expect, test } from 'vitest';
import type { EventRule } from '../calendar.contract.ts';
import { draftOfRule, ruleOfDraft } from './event-draft.ts';

test('a rule that goes into the form comes out of it unchanged, whatever its kind', () => {
  const rules: EventRule[] = [
    { kind: 'once', on: '2026-12-01' },
    { kind: 'solar', month: 4, day: 30 },
    { kind: 'lunar', month: 3, day: 10, shortMonth: 'skip' },
    { kind: 'unknown' },
    { kind: 'relative', days: -15 },
    { kind: 'dates', days: [{ on: '2026-12-01', startTime: null, endTime: null }] },
    { kind: 'repeat', from: '2026-12-01', rrule: 'FREQ=WEEKLY', except: ['2026-12-08'], extra: [] },
    { kind: 'repeat', from: '2026-12-01', rrule: 'FREQ=MONTHLY;UNTIL=20270601', except: [], extra: [] },
    { kind: 'repeat', from: '2026-12-01', rrule: 'FREQ=MONTHLY;BYDAY=2TU', except: [], extra: [] },
  ];
  for (const rule of rules) expect(ruleOfDraft(draftOfRule(rule, '2026-11-25'))).toEqual(rule);
});

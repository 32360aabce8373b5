import { expect, test } from 'vitest';
import { actionKeys, fieldKeys, valueKeys } from './history-words.ts';

test('an action has its words with its subject first, then among the common verbs', () => {
  expect(actionKeys({ subjectKind: 'task', action: 'plan.accept' })).toEqual([
    'history.task.accept',
    'action.plan.accept',
    'action.accept',
  ]);
});

test('a role, a state or a kind is looked up by its code; words of people are left as they are', () => {
  expect(valueKeys({ subjectKind: 'person' }, 'role', 'commune_officer')).toContain('role.commune_officer');
  expect(valueKeys({ subjectKind: 'edition' }, 'publicState', 'live')).toContain('public_state.live');
  expect(valueKeys({ subjectKind: 'plan' }, 'state', 'confirmed')[0]).toBe('plan_state.confirmed');
  expect(valueKeys({ subjectKind: 'report' }, 'title', 'Báo cáo năm')).toEqual([]);
});

test('a subject may call a field by another name than the rest', () => {
  expect(fieldKeys({ subjectKind: 'directive' }, 'clauses')).toEqual(['field.directive_clauses', 'field.clauses']);
});

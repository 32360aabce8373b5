import { expect, it } from 'vitest';
import { stateAfter } from './reports.workflow.ts';

it('a draft is edited and signed, a signed report changes no more', () => {
  expect(stateAfter('draft', 'edit')).toBe('draft');
  expect(stateAfter('draft', 'sign')).toBe('signed');
  expect(stateAfter('signed', 'edit')).toBeNull();
  expect(stateAfter('signed', 'sign')).toBeNull();
});

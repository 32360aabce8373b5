import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/index.ts';
import { canDirective, directiveActions } from './directives.policy.ts';

describe('who may do what with a directive', () => {
  it('is decided for every role, action and state', () => {
    const line = (role: string) =>
      (['in_review', 'confirmed', 'replaced'] as const).map((state) =>
        directiveActions.filter((action) => canDirective(actorWith(role, 'so-vhttdl'), action, { state })).join(' '),
      );
    const all = 'read import review confirm link';
    expect(Object.fromEntries(roles.map((role) => [role, line(role)]))).toEqual({
      administrator: [all, 'read import link', 'read import'],
      leader: [all, 'read import link', 'read import'],
      publishing_editor: [all, 'read import link', 'read import'],
      division_officer: ['', 'read', 'read'],
      translator: ['', 'read', 'read'],
      commune_officer: ['', 'read', 'read'],
      commune_approver: ['', 'read', 'read'],
      partner_editor: ['', 'read', 'read'],
      auditor: ['read', 'read', 'read'],
    });
  });
});

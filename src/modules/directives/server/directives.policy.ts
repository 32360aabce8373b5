import type { Actor } from '../../../platform/context.ts';
import { departmentReaders, holdsRole, type Role } from '../../accounts/index.ts';
import type { DirectiveState } from '../directives.contract.ts';

export const directiveActions = ['read', 'import', 'review', 'confirm', 'link'] as const;
export type DirectiveAction = (typeof directiveActions)[number];

const editors: readonly Role[] = ['administrator', 'leader', 'publishing_editor'];

/** Pure. A directive is read by everyone who works here once it is confirmed; before that by the department only. */
export function canDirective(
  actor: Actor,
  action: DirectiveAction,
  subject: { state: DirectiveState } | null,
): boolean {
  if (action === 'import') return holdsRole(actor, editors);
  if (!subject) return false;
  if (action === 'read')
    return subject.state === 'in_review' ? holdsRole(actor, departmentReaders) : actor.grants.length > 0;
  // Links come when the other document comes, often after this one was confirmed.
  if (action === 'link') return subject.state !== 'replaced' && holdsRole(actor, editors);
  return subject.state === 'in_review' && holdsRole(actor, editors);
}

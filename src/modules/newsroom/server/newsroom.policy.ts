import type { Actor } from '../../../platform/context.ts';
import { holdsRole, type Role, readsEverything } from '../../accounts/index.ts';
import { type EditionAction, editionAction } from '../newsroom.shapes.contract.ts';
import { type EditionStates, isPossible } from './newsroom.workflow.ts';

/** Those who write in the name of their unit. */
export const authors: readonly Role[] = ['publishing_editor', 'division_officer', 'commune_officer', 'partner_editor'];

export interface StorySubject {
  readonly unitId: string;
  /** Our own units; a partner's story comes to the department too, a commune's stays with the commune. */
  readonly isOfCommune: boolean;
  readonly isOwn: boolean;
}
export interface EditionSubject extends EditionStates {
  readonly story: StorySubject;
  readonly isSource: boolean;
  readonly submittedBy: string | null;
  /** Who wrote the revision that would be approved. */
  readonly writtenBy: string | null;
}

export const newsroomActions = [
  'create_story',
  'add_edition',
  'confirm_clauses',
  'read_story',
  ...editionAction.options,
] as const;

export function mayCreateIn(actor: Actor, unitId: string): boolean {
  return holdsRole(actor, authors, unitId);
}

/** Pure twin of `visibleStories`, the predicate that every reader uses. */
export function mayReadStory(actor: Actor, story: StorySubject): boolean {
  return (
    readsEverything(actor) ||
    actor.grants.some((grant) => grant.unitIds.includes(story.unitId)) ||
    (story.isOwn && holdsRole(actor, ['translator']))
  );
}

/** Authors of the unit; for what comes to the department its publishing editors too. */
export function mayWriteStory(actor: Actor, story: StorySubject): boolean {
  return holdsRole(actor, authors, story.unitId) || (!story.isOfCommune && holdsRole(actor, ['publishing_editor']));
}

/** A translator also begins and writes editions in other languages than the story's own. */
export function mayTranslateStory(actor: Actor, story: StorySubject): boolean {
  return mayWriteStory(actor, story) || (holdsRole(actor, ['translator']) && mayReadStory(actor, story));
}

/** The unit's own approver: the department's for its stories, the chairman of the commune for the commune's. */
export function isApproverOf(actor: Actor, story: StorySubject): boolean {
  if (story.isOfCommune) return holdsRole(actor, ['commune_approver'], story.unitId);
  return holdsRole(actor, ['leader', 'publishing_editor']);
}

/** Who submitted or wrote what is to be judged is not the second person (domain.md, the people). */
export function isSecondPerson(actor: Actor, edition: Pick<EditionSubject, 'submittedBy' | 'writtenBy'>): boolean {
  return actor.personId !== null && actor.personId !== edition.submittedBy && actor.personId !== edition.writtenBy;
}

/** Pure: may the person do this with this edition now? */
export function canActOnEdition(actor: Actor, action: EditionAction, edition: EditionSubject): boolean {
  if (!isPossible(action, edition)) return false;
  return hasRightTo(actor, action, edition);
}

/** The right alone, without the states: it tells "not yours" from "not now". */
export function hasRightTo(actor: Actor, action: EditionAction, edition: EditionSubject): boolean {
  const { story } = edition;
  const writes = edition.isSource ? mayWriteStory(actor, story) : mayTranslateStory(actor, story);
  const approves = isApproverOf(actor, story);
  switch (action) {
    case 'save':
    case 'submit':
    case 'take_back':
      return writes;
    case 'reopen':
    case 'start_change':
    case 'cancel_change':
      return writes || approves;
    case 'return':
    case 'reject':
      return approves && actor.personId !== edition.submittedBy;
    case 'approve':
    case 'pass_appraisal':
      return approves && isSecondPerson(actor, edition);
    case 'send_to_appraisal':
    case 'publish':
    case 'unschedule':
    case 'publish_urgently':
    case 'withdraw':
    case 'remove':
      return approves;
  }
}

export function editionAbilities(actor: Actor, edition: EditionSubject): Record<EditionAction, boolean> {
  const entries = editionAction.options.map((action) => [action, canActOnEdition(actor, action, edition)] as const);
  return Object.fromEntries(entries) as Record<EditionAction, boolean>;
}

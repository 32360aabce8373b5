import { expect, test } from 'vitest';
import { actorWith } from '../../../platform/testing/actors.ts';
import { roles } from '../../accounts/accounts.roles.ts';
import { editionAction, publicState, workState } from '../newsroom.shapes.contract.ts';
import {
  canActOnEdition,
  type EditionSubject,
  editionAbilities,
  mayCreateIn,
  mayReadStory,
  type StorySubject,
} from './newsroom.policy.ts';
import { isPossible } from './newsroom.workflow.ts';

const me = 'person-1';
const stories: Record<string, StorySubject> = {
  division: { unitId: 'phong-ttbcxb', isOfCommune: false, isOwn: true },
  commune: { unitId: 'xa-03388', isOfCommune: true, isOwn: false },
  partner: { unitId: 'tap-chi-van-nghe', isOfCommune: false, isOwn: false },
};
const unitIds = ['phong-ttbcxb', 'xa-03388', 'tap-chi-van-nghe', 'xa-03390'];

const writing = ['save', 'submit', 'take_back'];
const changing = ['reopen', 'start_change', 'cancel_change'];
const judging = ['return', 'reject', 'approve', 'pass_appraisal'];

/** The table of rights in other words than the policy's own. */
function expected(role: string, unitId: string, action: string, edition: EditionSubject): boolean {
  const { story } = edition;
  const isHome = unitId === story.unitId;
  const isAuthor = ['publishing_editor', 'division_officer', 'commune_officer', 'partner_editor'].includes(role);
  const writes =
    (isAuthor && isHome) ||
    (role === 'publishing_editor' && !story.isOfCommune) ||
    (role === 'translator' && !edition.isSource && (isHome || story.isOwn));
  const approves = story.isOfCommune
    ? role === 'commune_approver' && isHome
    : role === 'leader' || role === 'publishing_editor';
  if (writing.includes(action)) return writes;
  if (changing.includes(action)) return writes || approves;
  if (!approves) return false;
  if (!judging.includes(action)) return true;
  if (edition.submittedBy === me) return false;
  return ['return', 'reject'].includes(action) || edition.writtenBy !== me;
}

test('for each role, unit, action and state the answer is the one of the table of rights', () => {
  for (const role of roles) {
    for (const unitId of unitIds) {
      const actor = actorWith(role, unitId, { personId: me });
      for (const story of Object.values(stories)) {
        for (const work of workState.options) {
          for (const open of publicState.options) {
            for (const isSource of [true, false]) {
              for (const [submittedBy, writtenBy] of [
                [null, 'person-2'],
                ['person-2', 'person-3'],
                [me, 'person-2'],
                ['person-2', me],
              ] as const) {
                const edition: EditionSubject = {
                  story,
                  workState: work,
                  publicState: open,
                  isSource,
                  submittedBy,
                  writtenBy,
                  hasPendingChange: open === 'live' && isSource,
                  isScheduled: open === 'scheduled',
                  needsLaterApproval: open === 'live' && !isSource,
                };
                for (const action of editionAction.options) {
                  const answer = canActOnEdition(actor, action, edition);
                  if (answer !== (isPossible(action, edition) && expected(role, unitId, action, edition)))
                    expect.fail(`${role} ${unitId} ${action} ${work} ${open} ${JSON.stringify(edition)}`);
                }
              }
            }
          }
        }
      }
    }
  }
});

test('who submitted or wrote the text never approves it, whatever roles the person has', () => {
  const actor = {
    personId: me,
    name: 'A',
    language: 'vi',
    grants: roles.map((role) => ({ role, unitId: 'phong-ttbcxb', unitIds })),
  };
  const base = {
    workState: 'awaiting_approval',
    publicState: 'not_public',
    isSource: true,
    hasPendingChange: false,
    isScheduled: false,
    needsLaterApproval: false,
  } as const;
  for (const story of Object.values(stories)) {
    expect(editionAbilities(actor, { ...base, story, submittedBy: me, writtenBy: 'x' }).approve).toBe(false);
    expect(editionAbilities(actor, { ...base, story, submittedBy: 'x', writtenBy: me }).approve).toBe(false);
    expect(editionAbilities(actor, { ...base, story, submittedBy: 'x', writtenBy: 'x' }).approve).toBe(true);
  }
});

test('auditors and administrators read and write nothing; a commune does not read the department', () => {
  const { division, commune } = stories as { division: StorySubject; commune: StorySubject };
  for (const role of ['auditor', 'administrator', 'leader', 'translator', 'commune_approver'] as const)
    expect(mayCreateIn(actorWith(role, 'phong-ttbcxb'), 'phong-ttbcxb')).toBe(false);
  expect(mayReadStory(actorWith('auditor', 'so-vhttdl'), commune)).toBe(true);
  expect(mayReadStory(actorWith('commune_officer', 'xa-03388'), division)).toBe(false);
  expect(mayReadStory(actorWith('commune_officer', 'xa-03390'), commune)).toBe(false);
  expect(mayReadStory(actorWith('translator', 'xa-03390'), division)).toBe(true);
});

// Joins tables of earlier modules: unit (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { languageName } from '../../../platform/i18n/language-name.ts';
import type { HomeItem } from '../../../platform/module.ts';
import { holdsRole } from '../../accounts/index.ts';
import { authors } from './newsroom.policy.ts';
import { needsLaterApproval } from './newsroom.repository.ts';
import { visibleStories } from './newsroom.visibility.read-model.ts';

interface Waiting {
  editionId: string;
  storyId: string;
  title: string;
  unit: string;
  language: string;
  kind: 'approve' | 'approve_later' | 'appraise' | 'rework' | 'continue' | 'translate_again';
  since: Date;
}

/** What waits: approvals for the second person; returned texts, drafts and stale translations for those who write them. */
export async function readNewsroomHomeQueue(context: Context): Promise<HomeItem[]> {
  const { actor } = context;
  const me = actor.personId;
  const language = actor.language === 'en' ? 'en' : 'vi';
  const approvesDepartment = holdsRole(actor, ['leader', 'publishing_editor']);
  const approvesCommunes = unitsWith(context, ['commune_approver']);
  const writesIn = unitsWith(context, authors);
  const translates = holdsRole(actor, ['translator']);
  const { rows } = await sql<Waiting>`
    select * from (
      select edition.id as "editionId", story.id as "storyId", coalesce(nullif(revision.title, ''), story.working_title) as title,
        coalesce(unit.short_names->>${language}, unit.names->>'vi') as unit, edition.language,
        coalesce((select max(created_at) from edition_transition where edition_transition.edition_id = edition.id), revision.created_at) as since,
        case
          when may_approve and is_second and edition.work_state = 'awaiting_approval' and ${needsLaterApproval('edition')} and edition.pending_change is null then 'approve_later'
          when edition.public_state in ('withdrawn', 'removed') then null
          when may_approve and is_second and edition.work_state = 'awaiting_approval' then 'approve'
          when may_approve and is_second and edition.work_state = 'in_appraisal' then 'appraise'
          when is_mine and edition.work_state = 'returned' then 'rework'
          when is_mine and edition.work_state in ('drafting', 'in_editing') then 'continue'
          when (is_mine or (${translates} and unit.is_own)) and edition.id <> source.id
            and edition.source_revision_id is distinct from source.current_revision_id and source.work_state = 'approved' then 'translate_again'
        end as kind
      from edition
      join story on story.id = edition.story_id
      join unit on unit.id = story.unit_id
      join revision on revision.id = edition.current_revision_id
      join lateral (select id, current_revision_id, work_state from edition as first where first.story_id = story.id
        and first.source_revision_id is null limit 1) as source on true
      cross join lateral (select
        case when unit.kind in ('commune', 'ward') then story.unit_id = any(${approvesCommunes}::text[]) else ${approvesDepartment} end as may_approve,
        ${me}::uuid is not null and ${me}::uuid is distinct from edition.submitted_by and ${me}::uuid is distinct from revision.created_by as is_second,
        coalesce(revision.created_by = ${me}::uuid or edition.submitted_by = ${me}::uuid
          or (story.created_by = ${me}::uuid and story.unit_id = any(${writesIn}::text[])), false) as is_mine) as rights
      where ${visibleStories(actor)}
    ) as waiting
    where kind is not null
    order by case kind when 'approve_later' then 0 when 'approve' then 1 when 'appraise' then 1 when 'rework' then 2 else 3 end, since
    limit 50`.execute(context.db);
  const today = dayInDepartment(context.clock.now());
  return rows.map((row) => ({
    id: row.editionId,
    group: groupOf(row, today),
    kind: `newsroom.${row.kind}`,
    title: row.title,
    subtitle: `${row.unit} · ${languageName(row.language, language)}`,
    link: `/stories/${row.storyId}`,
    dueOn: null,
  }));
}

/** An approval that waits since an earlier day is late: the text waits for it alone. */
function groupOf(row: Waiting, today: string): HomeItem['group'] {
  if (row.kind === 'approve_later') return 'overdue';
  if (row.kind === 'approve' || row.kind === 'appraise')
    return dayInDepartment(row.since) < today ? 'overdue' : 'today';
  if (row.kind === 'rework') return 'today';
  return row.kind === 'translate_again' ? 'week' : 'later';
}

function unitsWith(context: Context, roles: Parameters<typeof holdsRole>[1]): string[] {
  return context.actor.grants
    .filter((grant) => (roles as readonly string[]).includes(grant.role))
    .flatMap((grant) => [...grant.unitIds]);
}

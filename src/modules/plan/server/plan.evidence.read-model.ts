// Joins tables of earlier modules: person (accounts), asset (media).
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { EvidenceItem } from '../plan.evidence.contract.ts';
import type { Period } from './plan.periods.ts';
import { evidenceAbilities } from './plan.policy.ts';
import { channelNamesOf } from './plan.receipt-note.ts';
import { visibleEvidence } from './plan.visibility.read-model.ts';

export interface EvidenceFilter {
  readonly id?: string;
  readonly clauseId?: string;
  readonly unitId?: string | undefined;
  readonly between?: Period;
}

/** Evidence of a cell: what the system made itself first, then the newest. */
export async function readEvidenceOf(context: Context, filter: EvidenceFilter): Promise<EvidenceItem[]> {
  const rows = await sql<Omit<EvidenceItem, 'abilities' | 'channelNames'> & { createdBy: string | null }>`
    select evidence.id, evidence.clause_id as "clauseId", evidence.unit_id as "unitId", evidence.task_id as "taskId", evidence.kind, evidence.title, evidence.url,
      coalesce((select json_agg(json_build_object('assetId', asset.id, 'fileName', asset.file_name, 'contentType', asset.content_type, 'bytes', asset.bytes,
          'isPicture', asset.content_type like 'image/%') order by evidence_asset.position)
        from evidence_asset join asset on asset.id = evidence_asset.asset_id where evidence_asset.evidence_id = evidence.id), '[]') as files,
      evidence.figure::float8 as figure, evidence.figure_unit as "figureUnit", evidence.note, evidence.shows_people as "showsPeople", evidence.occurred_on as "occurredOn", evidence.is_by_system as "isBySystem", evidence.state, evidence.return_reason as "returnReason",
      person.full_name as "personName", evidence.version, evidence.created_by as "createdBy"
    from evidence left join person on person.id = evidence.created_by
    where ${visibleEvidence(context.actor)} and (${filter.id ?? null}::uuid is null or evidence.id = ${filter.id ?? null}::uuid)
      and (${filter.clauseId ?? null}::uuid is null or evidence.clause_id = ${filter.clauseId ?? null}::uuid) and (${filter.unitId ?? null}::text is null or evidence.unit_id = ${filter.unitId ?? null})
      and (${filter.between?.startsOn ?? null}::date is null or occurred_on between ${filter.between?.startsOn ?? null}::date and ${filter.between?.endsOn ?? null}::date)
    order by evidence.is_by_system desc, evidence.occurred_on desc, evidence.created_at desc limit 200`.execute(
    context.db,
  );
  return rows.rows.map(({ createdBy, ...row }) => ({
    ...row,
    channelNames: row.isBySystem ? channelNamesOf(row.note) : null,
    abilities: evidenceAbilities(context.actor, { ...row, createdBy }),
  }));
}

export async function readEvidenceItem(context: Context, id: string): Promise<EvidenceItem> {
  const item = (await readEvidenceOf(context, { id }))[0];
  if (!item) throw notFound();
  return item;
}

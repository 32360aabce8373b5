// Joins a table of an earlier module: clause (directives).
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import type { listReceipts } from '../plan.evidence.contract.ts';
import { channelNamesOf } from './plan.receipt-note.ts';
import { visibleTasks } from './plan.visibility.read-model.ts';

type Receipt = EndpointOutput<typeof listReceipts>['receipts'][number];

/** The newest publications that the program recorded as evidence by itself, each with the clauses that it counts for. */
export async function readReceipts(context: Context): Promise<Receipt[]> {
  const rows = await sql<Omit<Receipt, 'channelNames'> & { note: string }>`
    select evidence.source_id as id, min(evidence.title) as title, min(evidence.url) as url, min(evidence.note) as note, max(evidence.occurred_on) as "occurredOn",
      array_agg(distinct clause.path) as paths
    from evidence join clause on clause.id = evidence.clause_id
    where evidence.is_by_system and evidence.source_id is not null and evidence.state = 'accepted' and ${visibleTasks(context.actor, 'evidence.unit_id')}
    group by evidence.source_id order by max(evidence.created_at) desc, evidence.source_id limit 5`.execute(context.db);
  return rows.rows.map(({ note, ...row }) => ({ ...row, channelNames: channelNamesOf(note) }));
}

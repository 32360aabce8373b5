import type { Context } from '../../../platform/context.ts';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { unitIdsOf } from '../../accounts/index.ts';
import { readWritingOccasions } from '../../calendar/index.ts';
import type { listOccasions } from '../newsroom.occasions.contract.ts';
import { mayCreateIn } from './newsroom.policy.ts';

/** What the calendar offers, without the days for which somebody has begun a story, whoever that is. */
export async function readOpenOccasions(context: Context): Promise<EndpointOutput<typeof listOccasions>> {
  const offered = await readWritingOccasions(context);
  const dateIds = offered.map((one) => one.dateId);
  const taken =
    dateIds.length === 0
      ? []
      : await context.db.selectFrom('story_occasion').select('date_id').where('date_id', 'in', dateIds).execute();
  const known = new Set(taken.map((row) => row.date_id));
  return {
    occasions: offered.filter((one) => !known.has(one.dateId)),
    mayWrite: unitIdsOf(context.actor).some((unitId) => mayCreateIn(context.actor, unitId)),
  };
}

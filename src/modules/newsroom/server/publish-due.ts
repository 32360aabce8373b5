import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { makeEditionLive } from './make-edition-live.ts';
import type { NewsroomPorts } from './newsroom.moves.ts';
import { findDueEditions } from './newsroom.publication.repository.ts';
import { lockEdition } from './newsroom.repository.ts';

/** Publishes every edition whose time has come, each in a transaction of its own; safe to run twice at once. */
export async function publishDueEditions(context: Context, ports: NewsroomPorts): Promise<number> {
  const now = context.clock.now();
  let published = 0;
  const failures: unknown[] = [];
  for (const editionId of await findDueEditions(context.db, now)) {
    try {
      published += await inTransaction(context, async (inside) => {
        const locked = await lockEdition(inside.db, editionId);
        const notBefore = locked?.edition.not_before;
        // Somebody published, reopened or moved it between the look and the lock.
        if (!locked?.editionSubject.isScheduled || !notBefore || notBefore > now) return 0;
        if (locked.edition.work_state !== 'approved') return 0;
        await makeEditionLive(inside, ports, editionId);
        return 1;
      });
    } catch (error) {
      // One edition that cannot go out must not hold the others back.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} scheduled editions could not go out`);
  return published;
}

import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { isKnownKind } from '../registry.kinds.ts';
import type { Direction } from '../registry.shapes.contract.ts';
import { moveCounter } from './registry.counter.repository.ts';
import { numberBack, unknownKind } from './registry.errors.ts';
import { canRegistry, registerOf } from './registry.policy.ts';

/** Goes on after a register that was kept elsewhere in the year; a number given here is never given again. */
export async function setNextNumber(
  context: Context,
  input: { unitId?: string | undefined; direction: Direction; kind: string; year: number; nextNumber: number },
): Promise<{ nextNumber: number }> {
  const unitId = input.unitId ?? registerOf(context.actor);
  if (unitId === null || !canRegistry(context.actor, 'set_number', { unitId })) throw notPermitted();
  const { direction, kind, nextNumber, year } = input;
  if (direction === 'out' && !isKnownKind(kind)) throw unknownKind();
  return inTransaction(context, async (inside) => {
    const series = direction === 'in' ? '' : kind;
    if (!(await moveCounter(inside.db, { unitId, direction, year, series }, nextNumber - 1))) throw numberBack();
    const after = { unitId, direction, kind: series, year, nextNumber };
    const subjectId = newId(inside.clock.now().getTime());
    await recordAudit(inside, { subjectKind: 'document_counter', subjectId, action: 'move', after });
    return { nextNumber };
  });
}

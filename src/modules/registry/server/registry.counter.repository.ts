import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { Direction } from '../registry.shapes.contract.ts';
import './registry.tables.ts';

export interface NumberSeries {
  readonly unitId: string;
  readonly direction: Direction;
  readonly year: number;
  /** The kind for documents out, '' for documents in. */
  readonly series: string;
}

/**
 * The next number. The row stays locked until the transaction ends, so nobody else gets a number before this one is
 * kept or given back: no gaps and no doubles (Nghị định 30/2020/NĐ-CP, annex I: numbers restart each 1 January).
 */
export async function takeNumber(db: Database, series: NumberSeries): Promise<number> {
  if (!db.isTransaction) throw new Error('a number is taken in the transaction of signing only');
  const { last_number } = await db
    .insertInto('document_counter')
    .values({
      unit_id: series.unitId,
      direction: series.direction,
      year: series.year,
      series: series.series,
      last_number: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'direction', 'year', 'series'])
        .doUpdateSet({ last_number: sql<number>`document_counter.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return last_number;
}

/** Goes on after numbers that were given elsewhere. False where as many were given here already. */
export async function moveCounter(db: Database, series: NumberSeries, lastNumber: number): Promise<boolean> {
  const moved = await db
    .insertInto('document_counter')
    .values({
      unit_id: series.unitId,
      direction: series.direction,
      year: series.year,
      series: series.series,
      last_number: lastNumber,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'direction', 'year', 'series'])
        .doUpdateSet({ last_number: lastNumber })
        .where('document_counter.last_number', '<', lastNumber),
    )
    .returning('last_number')
    .executeTakeFirst();
  return moved !== undefined;
}

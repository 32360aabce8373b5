import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { readHistory, recordAudit } from './audit.ts';

describe('the history', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('stays one chain when many write at once, and each seal can be computed again', async () => {
    const context = database.context();
    const write = (number: number) =>
      inTransaction(context, (inside) =>
        recordAudit(inside, { subjectKind: 'thử', subjectId: String(number), action: 'change', after: { number } }),
      );
    await Promise.all(Array.from({ length: 12 }, (_, number) => write(number)));
    const rows = await database.db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute();
    let previous = '';
    for (const row of rows) {
      expect(row.previous_seal).toBe(previous);
      const parts = [
        previous,
        row.id,
        row.at.toISOString(),
        row.actor_id ?? '',
        row.subject_kind,
        row.subject_id,
        row.action,
        row.payload_hash,
      ];
      expect(row.seal).toBe(createHash('sha256').update(parts.join('\n')).digest('hex'));
      previous = row.seal;
    }
    expect(rows.length).toBe(12);
  });

  it('leaves nothing behind when the change is rolled back', async () => {
    const context = database.context();
    const failing = inTransaction(context, async (inside) => {
      await recordAudit(inside, { subjectKind: 'thử', subjectId: 'lùi', action: 'change' });
      throw new Error('lùi lại');
    });
    await expect(failing).rejects.toThrow('lùi lại');
    expect(await readHistory(context.db, { subjects: [{ kind: 'thử', id: 'lùi' }], limit: 10 })).toEqual([]);
  });

  it('keeps its chain when a payload has been erased', async () => {
    const context = database.context();
    await inTransaction(context, (inside) =>
      recordAudit(inside, { subjectKind: 'thử', subjectId: 'xóa', action: 'change', after: { name: 'riêng tư' } }),
    );
    await database.pool.query(
      "delete from audit_payload where audit_id in (select id from audit_entry where subject_id = 'xóa')",
    );
    const [row] = await readHistory(context.db, { subjects: [{ kind: 'thử', id: 'xóa' }], limit: 10 });
    expect(row).toMatchObject({ action: 'change', after: undefined });
  });
});

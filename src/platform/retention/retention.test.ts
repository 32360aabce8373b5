import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory, recordAudit } from '../audit/audit.ts';
import { createTestClock } from '../clock/clock.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { platformRetentionRules } from './platform-rules.ts';
import { handleRetention, type RetentionRule } from './retention.ts';

let database: TestDatabase;
const clock = createTestClock('2026-03-01T00:00:00Z');
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = { ...database.context(), clock, origin: '203.0.113.0' };
});
afterAll(() => database.close());

const write = (subjectId: string, keepDays?: number) =>
  inTransaction(context, (inside) =>
    recordAudit(inside, {
      subjectKind: 'thử',
      subjectId,
      action: 'change',
      after: { name: 'Nguyễn Văn A' },
      ...(keepDays === undefined ? {} : { keepDays }),
    }),
  );
const after = async (id: string) =>
  (await readHistory(context.db, { subjects: [{ kind: 'thử', id }], limit: 1 }))[0]?.after;

test('what names a person is erased from the history when its time is over; the chain and the record of the work stay', async () => {
  await write('người', 30);
  await write('việc');
  const run = handleRetention(platformRetentionRules, () => undefined);
  clock.advance(29 * 86_400_000);
  await run.run(context, {});
  expect(await after('người')).toEqual({ name: 'Nguyễn Văn A' });
  clock.advance(2 * 86_400_000);
  await run.run(context, {});
  await run.run(context, {});
  expect(await after('người')).toBeUndefined();
  expect(await after('việc')).toEqual({ name: 'Nguyễn Văn A' });
  const origins = () => database.db.selectFrom('audit_entry').select(['origin', 'seal']).execute();
  expect((await origins()).map((row) => row.origin)).toEqual(['203.0.113.0', '203.0.113.0']);
  const seals = (await origins()).map((row) => row.seal);
  clock.advance(400 * 86_400_000);
  await run.run(context, {});
  expect(await origins()).toEqual(seals.map((seal) => ({ origin: null, seal })));
});

test('a rule that fails is told, and does not keep the next one from running', async () => {
  const told: string[] = [];
  const erased: Date[] = [];
  const rules: RetentionRule[] = [
    { name: 'thử.hỏng', keepDays: 1, erase: () => Promise.reject(new Error('hỏng')) },
    {
      name: 'thử.được',
      keepDays: 10,
      erase: async (_context, before) => {
        erased.push(before);
        return 2;
      },
    },
  ];
  const run = handleRetention(rules, (level, message) => told.push(`${level} ${message}`));
  await expect(run.run(context, {})).rejects.toThrow('retention');
  expect(erased).toEqual([new Date(clock.now().getTime() - 10 * 86_400_000)]);
  expect(told[0]).toBe('error thử.hỏng');
  expect(told[1]).toContain('thử.được: đã xóa 2');
});

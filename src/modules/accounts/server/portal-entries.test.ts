import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHistory } from '../../../platform/audit/audit.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { portalEntries } from '../accounts.portal.contract.ts';
import { changePortalEntries, readPortalEntries } from './portal-entries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const entered = {
  responsiblePerson: 'Người thử, Phó Giám đốc Sở',
  address: 'Phường Đoàn Kết, tỉnh Lai Châu',
  telephone: '0213 000 0000',
  email: 'cong@thu.example',
};

it('the administrator enters who answers for the portal, and the history keeps before and after', async () => {
  const administrator = database.context(actorWith('administrator', 'so-vhttdl'));
  expect(await readPortalEntries(administrator)).toMatchObject({ responsiblePerson: '', version: 0 });
  expect(await changePortalEntries(administrator, { ...entered, version: 0 })).toEqual({ ...entered, version: 1 });
  expect(await readPortalEntries(administrator)).toEqual({ ...entered, version: 1 });
  const [row] = await readHistory(database.db, { subjects: [{ kind: 'portal', id: 'site' }], limit: 10 });
  expect(row).toMatchObject({ action: 'change', before: { telephone: '' }, after: { telephone: '0213 000 0000' } });
});

it('the second of two administrators is told, and nobody else may change it', async () => {
  const administrator = database.context(actorWith('administrator', 'so-vhttdl'));
  await expect(changePortalEntries(administrator, { ...entered, version: 0 })).rejects.toMatchObject({
    code: 'platform.version_conflict',
  });
  for (const role of ['leader', 'publishing_editor', 'auditor'] as const) {
    const other = database.context(actorWith(role, 'so-vhttdl'));
    await expect(changePortalEntries(other, { ...entered, version: 1 })).rejects.toMatchObject({
      code: 'platform.not_permitted',
    });
  }
});

it('an address of mail that is none is refused; an empty line is allowed', () => {
  expect(portalEntries.safeParse({ ...entered, email: 'không phải thư', version: 0 }).success).toBe(false);
  expect(portalEntries.safeParse({ ...entered, email: '', version: 0 }).success).toBe(true);
});

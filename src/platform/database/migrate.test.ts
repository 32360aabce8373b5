import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it('a database that is up to date is left as it is', async () => {
  expect(await migrate(database.db)).toEqual([]);
});

it('a migration that landed late is still applied to a database that has later ones', async () => {
  // As a database of before: 0011 has not been seen, all that follow have.
  await sql`alter table edition drop column submitted_manifest_id`.execute(database.db);
  await sql`delete from kysely_migration where name = '0011_submitted_manifest'`.execute(database.db);
  expect(await migrate(database.db)).toEqual(['0011_submitted_manifest']);
  await sql`select submitted_manifest_id from edition`.execute(database.db);
});

it('data of a newer version are refused in words, and nothing is written', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999_later', now()::text)`.execute(database.db);
  await expect(migrate(database.db)).rejects.toMatchObject({ name: 'StartError' });
  await expect(migrate(database.db)).rejects.toThrow('9999_later');
});

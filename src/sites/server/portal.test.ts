import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestClock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/ids/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { signSnapshot, type UnsignedSnapshot } from '../sites.signed-item.ts';
import { exampleSnapshot } from '../testing/example-snapshot.ts';
import { createPortal, type Portal } from './portal.ts';
import { loadSigning, type Signing } from './signing-key.ts';

const masterKey = new Uint8Array(32).fill(5);
const clock = createTestClock('2026-11-25T05:00:00Z');
const problems: string[] = [];
let database: TestDatabase;
let signing: Signing;
let portal: Portal;

beforeAll(async () => {
  database = await createTestDatabase();
  signing = await loadSigning({ db: database.db, masterKey, isExample: true });
  portal = createPortal({
    db: database.db,
    signing,
    publicUrl: 'http://example.test',
    isExample: true,
    log: (_level, message) => problems.push(message),
    clock,
    pollEvery: 50,
  });
});
afterAll(async () => {
  await portal.stop();
  await database.close();
});

const storyPath = ({ slug, code }: UnsignedSnapshot) => `/tin/${slug}-${code.toLowerCase()}`;

async function publish(item: UnsignedSnapshot): Promise<void> {
  const now = clock.now();
  const created = { version: 1, created_at: now };
  await database.db
    .insertInto('story')
    .values({ id: item.storyId, kind: 'news', unit_id: 'so-vhttdl', working_title: item.title, ...created })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await database.db
    .insertInto('edition')
    .values({
      id: item.editionId,
      story_id: item.storyId,
      language: item.language,
      code: item.code,
      slug: item.slug,
      work_state: 'approved',
      public_state: 'live',
      ...created,
    })
    .execute();
  await database.db
    .insertInto('published_snapshot')
    .values({
      edition_id: item.editionId,
      code: item.code,
      language: item.language,
      path: storyPath(item),
      state: item.state,
      snapshot: JSON.stringify(await signSnapshot(signing.key, item)),
      manifest_hash: item.manifestHash,
      published_at: now,
      updated_at: now,
    })
    .execute();
}

const newItem = (changes: Partial<UnsignedSnapshot> = {}) =>
  exampleSnapshot({ storyId: newId(Date.now()), editionId: newId(Date.now()), ...changes });

it('makes one signing key, sealed, and keeps the public part of each that ever signed', async () => {
  const again = await loadSigning({ db: database.db, masterKey, isExample: true });
  expect(again.key).toEqual(signing.key);
  expect(signing.key.keyId).toMatch(/^test-/);
  const stored = await database.pool.query("select value::text as value from setting where key = 'signing_key'");
  expect(stored.rows[0].value).not.toContain(String(signing.key.privateJwk.d));
  const real = await loadSigning({ db: database.db, masterKey, isExample: false });
  expect(real.key.keyId).not.toMatch(/^test-/);
  expect(real.keys.keys.map(({ kid }) => kid)).toEqual([signing.key.keyId, real.key.keyId]);
  await expect(loadSigning({ db: database.db, masterKey: new Uint8Array(32), isExample: true })).rejects.toThrow();
});

it('shows within a second what another process publishes, and withdraws as fast', async () => {
  await portal.start();
  const picture = `/files/${'a'.repeat(64)}.webp`;
  const item = newItem({ bodyHtml: `<figure><img src="${picture}" width="9" height="9" alt=""></figure>` });
  expect(portal.read(storyPath(item))?.status).toBe(404);
  await publish(item);
  await expect.poll(() => portal.read(storyPath(item))?.status, { timeout: 1000, interval: 20 }).toBe(200);
  expect(portal.read('/')?.body).toContain(item.title);
  expect([portal.showsFile(picture), portal.showsFile('/files/other.webp')]).toEqual([true, false]);
  const withdrawn = await signSnapshot(signing.key, { ...item, state: 'removed' });
  // Same row, same time of change: only the transaction tells that it is another one.
  await database.db
    .updateTable('published_snapshot')
    .set({ snapshot: JSON.stringify(withdrawn), state: 'removed' })
    .where('code', '=', item.code)
    .execute();
  await expect.poll(() => portal.read(storyPath(item))?.status, { timeout: 1000, interval: 20 }).toBe(410);
  expect(portal.showsFile(picture)).toBe(false);
});

it('has the page as soon as a rebuild is answered, however many ask at once', async () => {
  const items = Array.from({ length: 5 }, () => newItem());
  await Promise.all(
    items.map(async (item) => {
      await publish(item);
      await portal.rebuild();
      expect(portal.read(storyPath(item))?.status).toBe(200);
    }),
  );
});

it('adds the way to a language that comes later to a page that has not changed itself', async () => {
  const vietnamese = newItem();
  await publish(vietnamese);
  await portal.rebuild();
  expect(portal.read(storyPath(vietnamese))?.body).not.toContain('hreflang="en" href="http');
  const english = newItem({ language: 'en', storyId: vietnamese.storyId });
  await publish(english);
  await portal.rebuild();
  expect(portal.read(storyPath(vietnamese))?.body).toContain(`/en/news/${english.slug}-${english.code.toLowerCase()}`);
});

it('keeps older items on further pages of the list and of their theme', async () => {
  const items = Array.from({ length: 22 }, () =>
    newItem({ themeKey: 'bau-cu-2026', publishedAt: '2026-01-05T02:00:00.000Z' }),
  );
  for (const item of items) await publish(item);
  await portal.rebuild();
  const theme = '/chuyen-de/bau-cu-2026';
  const [first, second] = [portal.read(theme)?.body ?? '', portal.read(`${theme}/trang/2`)?.body ?? ''];
  expect(first).toContain(`href="${theme}/trang/2"`);
  expect(second).toContain('trang 2/2');
  for (const item of items) expect(first.includes(storyPath(item)) !== second.includes(storyPath(item))).toBe(true);
  expect(portal.read('/tin/trang/2')?.status).toBe(200);
  expect(portal.read('/')?.body).toContain('href="/tin"');
  for (const path of [`${theme}/trang/3`, '/tin/trang/1', '/dinh-chinh/trang/2'])
    expect(portal.read(path)?.status).toBe(404);
});

it('leaves out a row that is not as agreed, and says so', async () => {
  const item = newItem({ manifestHash: 'broken' });
  await publish(item);
  await portal.rebuild();
  expect(portal.read(storyPath(item))?.status).toBe(404);
  expect(problems.join()).toContain(`${item.code}: manifestHash`);
});

it('writes the new day by itself', async () => {
  expect(portal.read('/')?.body).toContain('25/11/2026');
  clock.set('2026-11-25T17:00:01Z');
  await expect.poll(() => portal.read('/')?.body.includes('26/11/2026'), { timeout: 1000, interval: 20 }).toBe(true);
});

it('goes on showing what is built while the database is away', async () => {
  await database.pool.query('alter table published_snapshot rename to elsewhere');
  await expect(portal.rebuild()).rejects.toThrow();
  await expect.poll(() => problems.join(), { timeout: 1000 }).toContain('bộ nhớ');
  expect(portal.read('/')?.status).toBe(200);
  await database.pool.query('alter table elsewhere rename to published_snapshot');
  await portal.rebuild();
  expect(portal.read('/')?.status).toBe(200);
});

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { addEdition } from './add-edition.ts';
import { createStory } from './create-story.ts';
import { readStories, type StoryFilter } from './newsroom.list.read-model.ts';
import { rebuildStorySearch } from './newsroom.search.ts';
import { saveRevision } from './save-revision.ts';

let database: TestDatabase;
const ids = { officer: newId(1), editor: newId(2), translator: newId(3), commune: newId(4) };
const as = (role: string, unitId: string, personId: string): Context =>
  database.context(actorWith(role, unitId, { personId }));
const officer = () => as('division_officer', 'phong-qlvhgd', ids.officer);
const editor = () => as('publishing_editor', 'phong-ttbcxb', ids.editor);
const translator = () => as('translator', 'phong-ttbcxb', ids.translator);
const commune = () => as('commune_officer', 'xa-03388', ids.commune);

beforeAll(async () => {
  database = await createTestDatabase();
  for (const [name, id] of Object.entries(ids))
    await sql`insert into person (id, full_name, email, created_at) values (${id}, ${name}, ${`${name}@example.vn`}, now())`.execute(
      database.db,
    );
});
afterAll(() => database.close());

const bodyOf = (line: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: line }] }],
});

async function write(context: Context, unitId: string, input: { title: string; line?: string }) {
  const story = await createStory(
    context,
    { isExample: false },
    { kind: 'news', unitId, workingTitle: input.title, language: 'vi' },
  );
  const [edition] = story.editions;
  if (!edition || input.line === undefined) return story;
  const { id: editionId, version } = edition;
  const text = { title: `${input.title} (đăng)`, lead: 'Tóm tắt', body: bodyOf(input.line), coverAssetId: null };
  return saveRevision(context, { editionId, version, ...text });
}
const find = async (context: Context, search: string, more: Partial<StoryFilter> = {}) =>
  (await readStories(context, { page: 1, search, ...more })).stories.map((story) => story.id);

test('a story is found by working title, headline, lead, text and code, without accents, what was typed exactly first', async () => {
  const exact = await write(officer(), 'phong-qlvhgd', { title: 'Khổng Lào vào mùa', line: 'Bản giữa mây.' });
  const alike = await write(officer(), 'phong-qlvhgd', {
    title: 'Không lao nhanh',
    line: 'Đèo Khau Phạ, hoà trong mưa.',
  });
  expect(await find(editor(), 'khong lao')).toEqual([alike.id, exact.id]);
  expect(await find(editor(), 'Khổng Lào')).toEqual([exact.id, alike.id]);
  expect(await find(editor(), 'ban giua may')).toEqual([exact.id]);
  expect(await find(editor(), 'hòa trong')).toEqual([alike.id]);
  expect(await find(editor(), 'tóm tắt đăng')).toHaveLength(2);
  expect(await find(editor(), exact.editions[0]?.code.toLowerCase() ?? '')).toEqual([exact.id]);
  expect(await find(editor(), '%')).toEqual([]);
});

test('what was written over is found no longer', async () => {
  const story = await write(officer(), 'phong-qlvhgd', { title: 'Lễ hội', line: 'Gầu Tào ở Pha Long' });
  const [edition] = story.editions;
  if (!edition) throw new Error('no edition');
  const text = { title: 'Lễ hội', lead: '', body: bodyOf('Roóng Poọc ở Tả Van'), coverAssetId: null };
  await saveRevision(officer(), { editionId: edition.id, version: edition.version, ...text });
  expect(await find(editor(), 'gầu tào')).toEqual([]);
  expect(await find(editor(), 'roong pooc')).toEqual([story.id]);
});

test('a phrase of Chinese finds the story once, and the filters speak of the edition that was found', async () => {
  const story = await write(officer(), 'phong-qlvhgd', { title: 'Hội nghị biên giới', line: 'Hợp tác hai bên.' });
  const two = await addEdition(translator(), { storyId: story.id, language: 'zh', isMachineMade: false });
  const [, edition] = two.editions;
  if (!edition) throw new Error('no edition');
  const text = { title: '老街省与云南省', lead: '', body: bodyOf('双方加强对外宣传合作。'), coverAssetId: null };
  await saveRevision(translator(), { editionId: edition.id, version: edition.version, ...text });
  expect(await find(editor(), '对外宣传')).toEqual([story.id]);
  expect(await find(editor(), '云南')).toEqual([story.id]);
  expect(await find(editor(), '云南', { language: 'zh', workState: 'drafting' })).toEqual([story.id]);
  expect(await find(editor(), '云南', { language: 'vi' })).toEqual([]);
  expect(await find(editor(), '宣外')).toEqual([]);
  expect(await find(editor(), 'hội nghị biên giới')).toEqual([story.id]);
});

test('a person outside of the unit finds nothing; a translator finds what is of the department', async () => {
  const own = await write(officer(), 'phong-qlvhgd', { title: 'Dự thảo mật khẩu riêng' });
  const theirs = await write(commune(), 'xa-03388', { title: 'Dự thảo của xã' });
  const outsider = database.context(actorWith('division_officer', 'tt-vhnt', { personId: ids.officer }));
  expect(await readStories(outsider, { page: 1, search: 'dự thảo' })).toMatchObject({ stories: [], total: 0 });
  expect(await find(database.context({ ...outsider.actor, grants: [] }), 'dự thảo')).toEqual([]);
  expect(await find(officer(), 'dự thảo')).toEqual([own.id]);
  expect(await find(commune(), 'dự thảo')).toEqual([theirs.id]);
  expect(await find(translator(), 'dự thảo')).toEqual([own.id]);
  expect(await find(editor(), 'dự thảo')).toEqual([theirs.id, own.id]);
});

test('built again, the search is as it was; what lacks a document gets it', async () => {
  const documents = async () => {
    const rows = await database.db.selectFrom('search_document').selectAll().execute();
    return rows.map((row) => JSON.stringify(row)).sort();
  };
  const before = await documents();
  await rebuildStorySearch(database.context());
  await rebuildStorySearch(database.context());
  expect(await documents()).toEqual(before);
  await database.pool.query("delete from search_document where language = 'zh'");
  await rebuildStorySearch(database.context(), { onlyMissing: true });
  expect(await documents()).toEqual(before);
});

import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileStore, type FileStore } from '../../../platform/files/file-store.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readRenditions } from '../index.ts';
import { sniffImageType } from './media.images.ts';
import { readAsset, readAssets, readVisibleAssetIds } from './media.read-model.ts';
import { openRendition } from './open-rendition.ts';
import { updateAsset } from './update-asset.ts';
import { type UploadInput, uploadAsset } from './upload-asset.ts';

let database: TestDatabase;
let files: FileStore;
const editorId = newId(Date.now());
const officerId = newId(Date.now());

beforeAll(async () => {
  database = await createTestDatabase();
  files = createFileStore(join(database.dataFolder, 'files'));
  for (const [id, name] of [
    [editorId, 'Biên tập viên'],
    [officerId, 'Cán bộ xã'],
  ])
    await sql`insert into person (id, full_name, email, created_at) values (${id}, ${name}, ${`${id}@example.vn`}, now())`.execute(
      database.db,
    );
});
afterAll(() => database.close());

const editor = () => database.context(actorWith('publishing_editor', 'phong-ttbcxb', { personId: editorId }));
const officer = () => database.context(actorWith('commune_officer', 'xa-03388', { personId: officerId }));
const upload = (bytes: Buffer, more: Partial<UploadInput> = {}) =>
  uploadAsset(
    editor(),
    { files, isExample: false },
    {
      file: { fileName: 'C:\\ảnh\\Ruộng bậc thang.jpg', bytes },
      ownerUnitId: 'phong-ttbcxb',
      credit: 'Ảnh: Nguyễn Văn A',
      rights: '',
      altVi: 'Ruộng bậc thang mùa lúa chín',
      altEn: '',
      ...more,
    },
  );
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c8a24a' } });
const photo = () =>
  picture(2000, 1000)
    .withExif({ IFD0: { Copyright: 'bí mật' }, IFD3: { GPSLatitude: '22/1 23/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test('a photo gives four renditions without EXIF, turned upright, and the same upload twice is one', async () => {
  const id = newId(Date.now());
  const bytes = await photo();
  const asset = await upload(bytes, { id });
  expect(asset).toMatchObject({
    fileName: 'Ruộng bậc thang.jpg',
    contentType: 'image/jpeg',
    width: 1000,
    height: 2000,
    version: 1,
  });
  expect(asset.renditions.map((one) => [one.name, one.contentType, one.width])).toEqual([
    ['small-webp', 'image/webp', 400],
    ['small-jpeg', 'image/jpeg', 400],
    ['large-webp', 'image/webp', 1000],
    ['large-jpeg', 'image/jpeg', 1000],
  ]);
  expect((await upload(bytes, { id })).id).toBe(id);
  await expect(upload(await picture(10, 10).png().toBuffer(), { id })).rejects.toThrow('media.id_taken');
  const answer = await openRendition(editor(), files, { id, rendition: 'large-jpeg' });
  const metadata = await sharp(await buffer(answer.content as Readable)).metadata();
  expect(metadata.exif).toBeUndefined();
  const original = await openRendition(editor(), files, { id, rendition: 'original' });
  expect(original.isInline).toBe(false);
  expect((await buffer(original.content as Readable)).equals(bytes)).toBe(true);
  expect((await readRenditions(database.db, [id]))[0]?.renditions).toHaveLength(4);
});

test('what is no picture, a damaged one and one with too many pixels are refused with a clear word', async () => {
  await expect(upload(Buffer.alloc(0))).rejects.toThrow('media.file_missing');
  await expect(upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toThrow(
    'media.type_not_accepted',
  );
  await expect(upload(Buffer.from('%PDF-1.7'))).rejects.toThrow('media.type_not_accepted');
  const bytes = await photo();
  await expect(upload(bytes.subarray(0, bytes.length / 2))).rejects.toThrow('media.image_damaged');
  await expect(upload(Buffer.from('\u00ff\u00d8\u00ff nothing', 'latin1'))).rejects.toThrow('media.image_damaged');
  const huge = await picture(9000, 7000).png({ compressionLevel: 9 }).toBuffer();
  await expect(upload(huge)).rejects.toThrow('media.too_many_pixels');
});

test('each accepted kind is known by its bytes', async () => {
  for (const kind of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const)
    expect(sniffImageType(await picture(8, 8).toFormat(kind).toBuffer())).toBe(`image/${kind}`);
  expect((await upload(await picture(20, 10).avif().toBuffer())).renditions[0]?.width).toBe(20);
});

test('texts change with a version check; a commune neither sees nor changes pictures of the department', async () => {
  const asset = await upload(await picture(30, 30).png().toBuffer());
  const change = {
    id: asset.id,
    version: 1,
    credit: 'Ảnh: B',
    rights: 'Được phép',
    altTexts: { vi: 'Mới', en: 'New' },
  };
  expect(await updateAsset(editor(), change)).toMatchObject({ credit: 'Ảnh: B', altTexts: { en: 'New' }, version: 2 });
  await expect(updateAsset(editor(), change)).rejects.toThrow('platform.version_conflict');
  await expect(readAsset(officer(), asset.id)).rejects.toThrow('platform.not_found');
  await expect(updateAsset(officer(), { ...change, version: 2 })).rejects.toThrow('platform.not_found');
  await expect(openRendition(officer(), files, { id: asset.id, rendition: 'small-webp' })).rejects.toThrow(
    'platform.not_found',
  );
  expect((await readAssets(officer(), { page: 1 })).total).toBe(0);
  expect((await readAssets(editor(), { page: 1, search: 'mới' })).assets.map((one) => one.id)).toEqual([asset.id]);
  await expect(
    uploadAsset(
      officer(),
      { files, isExample: false },
      { file: null, ownerUnitId: 'phong-ttbcxb', credit: '', rights: '', altVi: '', altEn: '' },
    ),
  ).rejects.toThrow('platform.not_permitted');
});

test('of a photo that is evidence neither place nor device is kept, and it is not in the library', async () => {
  const id = newId(Date.now());
  const bytes = await photo();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const asset = await upload(bytes, { id, purpose: 'evidence' });
  expect(asset).toMatchObject({ width: 1000, height: 2000, contentType: 'image/jpeg' });
  const row = await database.db.selectFrom('asset').select('sha256').where('id', '=', id).executeTakeFirstOrThrow();
  const kept = await files.open(row.sha256);
  const metadata = await sharp(await buffer(kept?.content as Readable)).metadata();
  expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
  expect([metadata.width, metadata.height]).toEqual([1000, 2000]);
  expect((await upload(bytes, { id, purpose: 'evidence' })).id).toBe(id);
  await expect(upload(await picture(9, 9).jpeg().toBuffer(), { id, purpose: 'evidence' })).rejects.toThrow(
    'media.id_taken',
  );
  await expect(readAsset(editor(), id)).rejects.toThrow('platform.not_found');
  expect(await readVisibleAssetIds(editor(), [id])).toEqual([]);
  expect((await readAssets(editor(), { page: 1 })).assets.map((one) => one.id)).not.toContain(id);
});

test('one picture sent twice at the same moment is kept once', async () => {
  const id = newId(Date.now());
  const bytes = await picture(40, 30).jpeg().toBuffer();
  const both = await Promise.all([
    upload(bytes, { id, purpose: 'evidence' }),
    upload(bytes, { id, purpose: 'evidence' }),
  ]);
  expect(both.map((one) => one.id)).toEqual([id, id]);
});

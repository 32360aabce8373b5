import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { createFileStore, type FileStore } from '../../../platform/files/file-store.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { receiveDocument } from './receive-document.ts';
import { readDocumentDetail, readDocuments } from './registry.read-model.ts';
import { writeDocument } from './write-document.ts';

const received = {
  kind: 'CV',
  codeNumber: '812',
  symbol: 'UBND-VX',
  agency: 'Ủy ban nhân dân tỉnh Lai Châu',
  subject: 'Tăng cường thông tin đối ngoại',
  issuedOn: '2026-11-20',
  arrivedOn: '2026-11-24',
  signerPosition: '',
  signerName: '',
  toPlaces: '',
  priority: 0,
};

describe('a document that is entered again', () => {
  let database: TestDatabase;
  let files: FileStore;
  let editor: Context;
  let commune: Context;
  beforeAll(async () => {
    database = await createTestDatabase();
    files = createFileStore(join(database.dataFolder, 'files'));
    editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb'));
    commune = database.context(actorWith('commune_approver', 'xa-03583'));
  });
  afterAll(() => database.close());

  const enter = (id: string) => receiveDocument(editor, { ...received, id, file: null, files });

  it('at the same moment has one number', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => enter(id)));
    expect(answers.every(({ registerNumber }) => registerNumber === 1)).toBe(true);
    expect((await enter(randomUUID())).registerNumber).toBe(2);
  });

  it('under the id of another document is refused: it takes no number and leaves no file there', async () => {
    const { documents } = await readDocuments(editor, { direction: 'in', page: 1, sort: 'number' });
    const theirs = documents[0]?.id ?? '';
    const draft = await writeDocument(editor, { templateId: 'phoi-hop' });
    const file = { fileName: 'a.txt', bytes: Buffer.from('nội dung khác') };
    const refusal = { code: 'platform.not_found' };
    await expect(receiveDocument(commune, { ...received, id: theirs, file, files })).rejects.toMatchObject(refusal);
    await expect(receiveDocument(editor, { ...received, id: draft, file, files })).rejects.toMatchObject(refusal);
    expect(await files.open(createHash('sha256').update(file.bytes).digest('hex'))).toBeNull();
    expect((await readDocumentDetail(editor, theirs, false)).files).toEqual([]);
    expect((await readDocumentDetail(editor, draft, false)).files).toEqual([]);
    expect((await enter(randomUUID())).registerNumber).toBe(3);
    const first = await receiveDocument(commune, { ...received, file: null, files });
    expect(first.registerNumber).toBe(1);
  });
});

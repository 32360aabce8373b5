import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inspectDocument } from './media.documents.ts';

const pdf = (inside: string) => Buffer.from(`%PDF-1.7\n${inside}\ntrailer <<>>\n%%EOF\n`, 'latin1');
const packed = (objects: string) => {
  const stream = deflateSync(Buffer.from(objects)).toString('latin1');
  return pdf(`4 0 obj\n<< /Type /Obj#53tm /Filter /FlateDecode >>\nstream\n${stream}\nendstream\nendobj`);
};
const office = (kind: string, more: Record<string, string> = {}) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(`<Types><Override ContentType="application/vnd.${kind}.main+xml"/></Types>`),
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
    }),
  );
const word = 'openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'openxmlformats-officedocument.spreadsheetml.sheet';

test('a PDF, a Word and an Excel file are known by what is in them', async () => {
  expect((await inspectDocument(pdf('1 0 obj << /Type /Catalog >> endobj'))).contentType).toBe('application/pdf');
  expect((await inspectDocument(packed('1 0 << /Type /Catalog >>'))).contentType).toBe('application/pdf');
  expect((await inspectDocument(office(word))).contentType).toMatch(/wordprocessingml\.document$/);
  const linked = '<Relationship Type="http://x/hyperlink" Target="https://laichau.gov.vn" TargetMode="External"/>';
  expect((await inspectDocument(office(sheet, { 'xl/_rels/a.rels': linked }))).contentType).toMatch(/sheet$/);
});

test('what runs, carries programs or fetches from elsewhere is refused, also where it hides', async () => {
  const template = '<Relationship Target="http://x/a.dotm" TargetMode="External" Type="http://x/attachedTemplate"/>';
  for (const bytes of [
    pdf('1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj'),
    pdf('1 0 obj << /S /J#61vaScript >> endobj'),
    pdf('1 0 obj << /S /Launch /F (cmd.exe) >> endobj'),
    packed('1 0 << /S /JavaScript >>'),
    office('ms-word.document.macroEnabled'),
    office(word, { 'word/vbaProject.bin': 'x' }),
    office(word, { 'word/embeddings/oleObject1.bin': 'x' }),
    office(word, { 'word/_rels/settings.xml.rels': template }),
  ])
    await expect(inspectDocument(bytes)).rejects.toThrow('media.document_active');
});

test('a locked, a damaged and any other file are refused, each with its own word', async () => {
  await expect(inspectDocument(pdf('<< /Encrypt 5 0 R >>'))).rejects.toThrow('media.document_locked');
  await expect(inspectDocument(Buffer.from('%PDF-1.7 cut off'))).rejects.toThrow('media.document_damaged');
  await expect(inspectDocument(office(word).subarray(0, 60))).rejects.toThrow('media.document_damaged');
  const plainZip = Buffer.from(zipSync({ 'a.txt': strToU8('a') }));
  for (const other of [plainZip, Buffer.from('MZ program'), Buffer.from('<svg onload="x()"/>')])
    await expect(inspectDocument(other)).rejects.toThrow('media.evidence_type_not_accepted');
});

test('a file that unpacks to more than any report is refused before it is unpacked', async () => {
  const bomb = office(word, { 'word/document.xml': 'x' });
  // The size that the list of the archive names for its last part (APPNOTE 4.3.12).
  bomb.writeUInt32LE(300 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002') + 24);
  await expect(inspectDocument(bomb)).rejects.toThrow('media.document_damaged');
});

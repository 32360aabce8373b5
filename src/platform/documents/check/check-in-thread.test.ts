import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exampleDocuments } from '../../testing/official-documents.ts';
import { writeOfficialDocument } from '../write-official-document.ts';
import { checkDocument } from './check-document.ts';
import { checkInThread, mendInThread } from './check-in-thread.ts';

const docx = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });

describe('a file that somebody hands in to be checked', () => {
  it('gives what the checker finds, and a mended copy', async () => {
    const [document] = Object.values(exampleDocuments);
    if (!document) throw new Error('no example');
    const bytes = await writeOfficialDocument(document);
    expect(await checkInThread(bytes)).toEqual(checkDocument(bytes));
    expect(checkDocument(await mendInThread(bytes, []))).toEqual(checkDocument(bytes));
    await expect(checkInThread(Buffer.from('văn bản'))).rejects.toMatchObject({ reason: 'not_docx' });
  });

  it('that is small and unpacks to a million paragraphs is refused, while the server goes on', async () => {
    const bomb = docx('<w:p/>'.repeat(1_200_000));
    expect(bomb.length).toBeLessThan(100_000);
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 20);
    await expect(checkInThread(bomb, { mostMegabytes: 64 })).rejects.toMatchObject({ reason: 'too_large' });
    clearInterval(heart);
    expect(beats).toBeGreaterThan(3);
  });

  it('that takes too long is stopped, and the next one is checked', async () => {
    const endless = docx(`<w:p><w:r><w:t>Số: ${' '.repeat(100_000)}</w:t></w:r></w:p>`);
    await expect(checkInThread(endless, { mostMilliseconds: 100 })).rejects.toMatchObject({ reason: 'too_large' });
    expect((await checkInThread(docx('<w:p/>'))).findings.length).toBeGreaterThan(0);
  });
});

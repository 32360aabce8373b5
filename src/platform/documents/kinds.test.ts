import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exampleDocuments } from '../testing/official-documents.ts';
import { hasProgram } from '../testing/system-program.ts';
import type { DocumentBlock } from './official-document.ts';
import { findXmlFault } from './well-formed-xml.ts';
import { writeOfficialDocument } from './write-official-document.ts';

async function xmlParts(name: string): Promise<Map<string, string>> {
  const files = unzipSync(await writeOfficialDocument(example(name)));
  const texts = Object.entries(files).filter(([path]) => /\.(xml|rels)$/.test(path));
  return new Map(texts.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

function example(name: string) {
  const found = exampleDocuments[name];
  if (!found) throw new Error(`no example ${name}`);
  return found;
}

const wordsOf = (xml: string | undefined) => (xml ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

test.each(Object.keys(exampleDocuments))('a document of the kind "%s" is well-formed', async (name) => {
  for (const [path, xml] of await xmlParts(name)) expect(`${path} ${findXmlFault(xml)}`).toBe(`${path} null`);
});

test('a letter bears no kind, but V/v under its number, its addressees, the drafter and the address', async () => {
  const parts = await xmlParts('letter');
  const words = wordsOf(parts.get('word/document.xml'));
  expect(words).toContain('Số: 118/SVHTTDL-TTBCXB\nV/v phối hợp');
  expect(words).toContain('Kính gửi:\n- Ủy ban nhân dân xã Khổng Lào;\n- Ủy ban nhân dân xã Phong Thổ.\n');
  expect(words).toContain('- Như trên;\n');
  expect(words).toContain('- Lưu: VT, TTBCXB.\nNVD.(20)\n');
  const feet = [...parts].filter(([path]) => path.startsWith('word/footer')).map(([, xml]) => wordsOf(xml));
  expect(feet.join('')).toContain('Số 1 đường Ví Dụ');
});

test('urgency is red, circulation and draft are boxed', async () => {
  const urgent = (await xmlParts('invitation')).get('word/document.xml') ?? '';
  expect(urgent).toMatch(/<w:color w:val="FF0000"\/>.*KHẨN/);
  expect(wordsOf((await xmlParts('followUp')).get('word/document.xml'))).toMatch(/LƯU HÀNH NỘI BỘ\nDỰ THẢO\n/);
});

test('annexes have pages, numbers and, where the table is wide, an orientation of their own', async () => {
  const xml = (await xmlParts('plan')).get('word/document.xml') ?? '';
  const pages = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size.includes('w:orient="landscape"'));
  expect(pages).toEqual([false, true, false]);
  expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3);
  const words = wordsOf(xml);
  expect(words).toMatch(/Phụ lục I\nPHÂN CÔNG NHIỆM VỤ\n\(Kèm theo Kế hoạch số {7}\/KH-SVHTTDL ngày/);
  expect(words.indexOf('kèm theo./.')).toBeLessThan(words.indexOf('Phụ lục II\nMẪU'));
});

test('a picture is said in words to those who cannot see it', async () => {
  const xml = (await xmlParts('report')).get('word/document.xml') ?? '';
  expect(xml).toContain('descr="Biểu đồ số tin, bài theo tháng"');
});

test('the form of the Party has its title, a star, its number and its way to sign', async () => {
  const words = wordsOf((await xmlParts('party')).get('word/document.xml'));
  expect(words).toContain('BAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n');
  expect(words).toContain('Số 28-HD/BTGDVTU\n');
  expect(words).toContain('K/T TRƯỞNG BAN\n');
  expect(words).not.toContain('CỘNG HÒA');
});

const text = fc.string({ unit: 'binary', maxLength: 60 });
const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    label: text,
    text,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), runs: fc.array(fc.record({ text }), { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('dash-list' as const),
    items: fc.array(fc.array(fc.record({ text }), { maxLength: 2 }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.array(text, { maxLength: 4 }),
    columnWidths: fc.array(fc.double({ noNaN: true }), { maxLength: 4 }),
    rows: fc.array(fc.record({ kind: fc.constant('cells' as const), cells: fc.array(text, { maxLength: 5 }) }), {
      maxLength: 3,
    }),
  }),
);

test('whatever is written in it, a document stays well-formed', async () => {
  const any = fc.record({ subject: text, agency: text, body: fc.array(block, { maxLength: 6 }), annex: text });
  await fc.assert(
    fc.asyncProperty(any, async ({ annex, ...changes }) => {
      const annexes = [{ title: annex, body: changes.body }];
      const files = unzipSync(await writeOfficialDocument({ ...example('letter'), ...changes, annexes }));
      for (const [path, bytes] of Object.entries(files))
        expect([path, findXmlFault(strFromU8(bytes))]).toEqual([path, null]);
    }),
    { numRuns: 60 },
  );
});

test.skipIf(!hasProgram('soffice') || !hasProgram('pdftotext', '-v'))(
  'LibreOffice opens every kind and prints its words (skipped where soffice or pdftotext is absent)',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantoa-kinds-'));
    try {
      const names = Object.keys(exampleDocuments);
      for (const name of names) writeFileSync(join(folder, `${name}.docx`), await writeOfficialDocument(example(name)));
      const files = names.map((name) => join(folder, `${name}.docx`));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
      expect(readdirSync(folder).filter((file) => file.endsWith('.pdf'))).toHaveLength(names.length);
      for (const name of names) {
        const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-']);
        const { subject, signature } = example(name);
        const printed = stdout.toString('utf8').normalize('NFC').replace(/\s+/g, ' ');
        expect(printed).toContain(subject.split(' ').slice(0, 3).join(' '));
        expect(printed).toContain(signature.name);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

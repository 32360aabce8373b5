import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { checkDocument } from '../../../platform/documents/check/check-document.ts';
import { createFileStore } from '../../../platform/files/file-store.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { roles } from '../../accounts/index.ts';
import { confirmDirective } from '../../directives/server/confirm-directive.ts';
import { importDirective } from '../../directives/server/import-directive.ts';
import { proposePlanFor } from '../../plan/index.ts';
import { downloadFile } from '../../registry/server/open-document.ts';
import { readDocuments } from '../../registry/server/registry.read-model.ts';
import { downloadReport } from './download-report.ts';
import { canReport, reportActions } from './reports.policy.ts';
import { readReportDetail, readReportsToSign } from './reports.read-model.ts';
import { chooseAnnexes, createReport, saveNarrative, signReport } from './write-report.ts';

describe('who may do what with a report', () => {
  it('is decided for every role, action and state', () => {
    const line = (role: string) =>
      (['draft', 'signed'] as const).map((state) =>
        reportActions.filter((action) => canReport(actorWith(role, 'so-vhttdl'), action, { state })).join(' '),
      );
    expect(Object.fromEntries(roles.map((role) => [role, line(role)]))).toEqual({
      administrator: ['read create edit', 'read create'],
      leader: ['read create edit sign', 'read create'],
      publishing_editor: ['read create edit', 'read create'],
      division_officer: ['', ''],
      translator: ['', ''],
      commune_officer: ['', ''],
      commune_approver: ['', ''],
      partner_editor: ['', ''],
      auditor: ['read', 'read'],
    });
  });
});

describe('a report on the guidance', () => {
  let database: TestDatabase;
  let editor: Context;
  let leader: Context;
  let auditor: Context;
  const clock = createTestClock('2026-11-25T02:00:00Z');
  let planId: string;
  let reportId: string;
  const period = { periodFrom: '2025-12-15', periodTo: '2026-12-14' };
  const title = 'Kết quả công tác thông tin đối ngoại năm 2026';
  beforeAll(async () => {
    database = await createTestDatabase();
    editor = { ...database.context(actorWith('publishing_editor', 'phong-ttbcxb')), clock };
    leader = { ...database.context(actorWith('leader', 'so-vhttdl')), clock };
    auditor = { ...database.context(actorWith('auditor', 'so-vhttdl')), clock };
    const file = { fileName: 'huong-dan-2026.txt', bytes: readFileSync('data/guidance/huong-dan-2026.txt') };
    const { id } = await importDirective(editor, { file });
    await confirmDirective(editor, { id, version: 1 });
    planId = await proposePlanFor(editor, id);
    reportId = await createReport(editor, { planId, title, ...period });
  });
  afterAll(() => database.close());

  it('started twice with one id is one report', async () => {
    expect(await createReport(editor, { id: reportId, planId, title, ...period })).toBe(reportId);
  });

  it('is refused when its period ends before it begins', async () => {
    const reversed = { planId, title, periodFrom: '2026-12-14', periodTo: '2025-12-15' };
    await expect(createReport(editor, reversed)).rejects.toMatchObject({ code: 'reports.period_reversed' });
  });

  it('shows every clause, and figures that follow the evidence while it is a draft', async () => {
    const before = await readReportDetail(editor, reportId);
    expect(before.content.rows).toHaveLength(31);
    await handInEvidence('Bài về Then Kin Pang');
    expect(await figure('evidence')).toBe(1);
    expect(await figure('evidenceBySystem')).toBe(1);
  });

  it('gives the query of every figure, with the period as it was counted', async () => {
    const { figures, countedTo } = (await readReportDetail(editor, reportId)).content;
    expect(countedTo).toBe('2026-11-25');
    for (const { key, query } of figures) expect(`${key} ${query.filters.length > 0}`).toBe(`${key} true`);
    expect(figures.find(({ key }) => key === 'evidenceBySystem')?.query).toEqual({
      name: 'plan.readCoverageForReport',
      filters: [
        `plan.id = '${planId}'`,
        "evidence.state = 'accepted'",
        "evidence.occurred_on between '2025-12-15' and '2026-11-25'",
        'evidence.is_by_system',
      ],
    });
  });

  it('calls no task late before its day has passed, though the period ends later', async () => {
    const before = await figure('tasksLate');
    await database.pool.query(
      "update task set state = 'sent', due_on = '2026-12-01' where id = (select id from task where plan_id = $1 order by id limit 1)",
      [planId],
    );
    expect(await figure('tasksLate')).toBe(before);
    clock.set('2026-12-02T02:00:00Z');
    expect(await figure('tasksLate')).toBe((before ?? 0) + 1);
    clock.set('2026-11-25T02:00:00Z');
  });

  it('waits for the signature of the leader, and of nobody else', async () => {
    expect(await readReportsToSign(leader)).toMatchObject([{ kind: 'reports.sign', link: `/reports/${reportId}` }]);
    expect(await readReportsToSign(editor)).toEqual([]);
  });

  it('keeps the narrative, and refuses a save over somebody else', async () => {
    const { version, narrative } = await readReportDetail(editor, reportId);
    const change = {
      id: reportId,
      version,
      title,
      narrative: { ...narrative, shortcomings: 'Ít tin, bài tiếng Lào.' },
    };
    await saveNarrative(editor, change);
    await expect(saveNarrative(editor, change)).rejects.toMatchObject({ code: 'platform.version_conflict' });
  });

  it('takes the coverage matrix along as an annex when the writer wants it, the gaps first', async () => {
    expect((await readReportDetail(editor, reportId)).content.matrix).toBeNull();
    const { version } = await readReportDetail(editor, reportId);
    await expect(chooseAnnexes(auditor, { id: reportId, version, withMatrix: true })).rejects.toMatchObject({
      code: 'platform.not_permitted',
    });
    await chooseAnnexes(editor, { id: reportId, version, withMatrix: true });
    const { content, history } = await readReportDetail(editor, reportId);
    const weights = content.matrix?.rows.map(
      (row) => [...Object.values(row.cells).map(({ state }) => state)].filter((state) => state === 'late').length,
    );
    expect(content.matrix?.communeCount).toBe(38);
    expect(weights).toEqual([...(weights ?? [])].sort((left, right) => right - left));
    expect(history[0]?.action).toBe('choose_annexes');
    await expect(chooseAnnexes(editor, { id: reportId, version, withMatrix: false })).rejects.toMatchObject({
      code: 'platform.version_conflict',
    });
  });

  it('is signed by a leader only, and keeps the figures that it was signed with', async () => {
    const { version } = await readReportDetail(editor, reportId);
    const signer = { authority: 'KT.' as const, headPost: 'Giám đốc', post: 'Phó Giám đốc', name: 'Người ký thử' };
    const files = createFileStore(join(database.dataFolder, 'files'));
    const signature = { id: reportId, version, signer, files, isExample: false };
    await expect(signReport(editor, signature)).rejects.toMatchObject({ code: 'platform.not_permitted' });
    await signReport(leader, signature);
    await handInEvidence('Bài đăng sau khi ký');
    expect(await figure('evidence')).toBe(1);
    await expect(signReport(leader, signature)).rejects.toMatchObject({ code: 'reports.already_signed' });
    const { documents } = await readDocuments(leader, { direction: 'out', page: 1, sort: 'newest', kind: 'BC' });
    const [{ codeNumber, id = '' } = {}] = documents;
    expect([documents.length, codeNumber]).toEqual([1, '01']);
    const kept = await downloadFile(leader, { id, position: 0, files });
    const { findings } = checkDocument(await bytesOf(kept.content));
    expect([kept.fileName, findings.filter(({ severity }) => severity === 'error')]).toEqual([
      '01-BC-SVHTTDL.docx',
      [],
    ]);
    const { history } = await readReportDetail(leader, reportId);
    expect(history.map(({ action }) => action)).toEqual(['sign', 'choose_annexes', 'edit', 'create']);
    expect(await readReportsToSign(leader)).toEqual([]);
  });

  it('is printed with number, evidence and signature', async () => {
    const { content } = await downloadReport(editor, { id: reportId, isExample: false });
    if (!Buffer.isBuffer(content)) throw new Error('a buffer was expected');
    const words = strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    for (const part of [
      '01/BC-SVHTTDL',
      'Bài về Then Kin Pang',
      'Ít tin, bài tiếng Lào.',
      'KT. GIÁM ĐỐC',
      'Người ký thử',
      './.',
      'Tính đến 25/11/2026',
      'Thực hiện Hướng dẫn số ……/HD-SVHTTDL của Sở',
    ])
      expect(words).toContain(part);
  });

  it('prints the annex in landscape, with the day of its figures, as it stood at the signature', async () => {
    await database.pool.query("update task set state = 'done' where plan_id = $1", [planId]);
    const { content } = await downloadReport(editor, { id: reportId, isExample: false });
    if (!Buffer.isBuffer(content)) throw new Error('a buffer was expected');
    const xml = strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array());
    const annex = xml
      .slice(xml.indexOf('MA TRẬN THỰC HIỆN'))
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]+>/g, '');
    expect(xml).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
    for (const part of ['Số liệu tính đến ngày 25/11/2026', 'Xã, phường (đã thực hiện/38)', '0/38', 'Đã thực hiện (1)'])
      expect(annex).toContain(part);
    expect(annex).not.toContain('38/38');
  });

  it('is not there for a commune', async () => {
    const commune = database.context(actorWith('commune_officer', 'xa-03583'));
    await expect(downloadReport(commune, { id: reportId, isExample: false })).rejects.toMatchObject({
      code: 'platform.not_found',
    });
  });

  async function figure(key: string): Promise<number | undefined> {
    const { content } = await readReportDetail(editor, reportId);
    return content.figures.find((each) => each.key === key)?.value;
  }

  async function handInEvidence(words: string): Promise<void> {
    await database.pool.query(
      `insert into evidence (id, clause_id, unit_id, kind, title, occurred_on, is_by_system, state, created_at)
       select gen_random_uuid(), id, 'phong-ttbcxb', 'receipt', $1, '2026-03-20', true, 'accepted', now() from clause where path = 'I.1.4/3'`,
      [words],
    );
  }
});

async function bytesOf(content: Buffer | AsyncIterable<Uint8Array>): Promise<Buffer> {
  if (Buffer.isBuffer(content)) return content;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

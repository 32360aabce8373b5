import { expect, test } from 'vitest';
import { checkDocument } from '../../platform/documents/check/check-document.ts';
import { writeOfficialDocument } from '../../platform/documents/write-official-document.ts';
import { exampleDocuments } from '../../platform/testing/official-documents.ts';
import { kindNames, letterKind } from './registry.kinds.ts';
import type { DocumentContent } from './registry.shapes.contract.ts';
import { letterheadOf } from './server/registry.letterhead.ts';
import { toOfficialDocument } from './server/registry.print.ts';

const name = 'Sở Văn hóa, Thể thao và Du lịch';
const department = { id: 'so-vhttdl', kind: 'department', names: { vi: name }, shortNames: {} };
const commune = { id: 'xa-03583', kind: 'commune', names: { vi: 'Xã Khổng Lào' }, shortNames: { vi: 'Khổng Lào' } };
const content: DocumentContent = {
  subject: 'Công tác thông tin đối ngoại năm 2026',
  addressees: ['Ủy ban nhân dân tỉnh Lai Châu'],
  bases: ['Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ'],
  body: [
    'I. Mục đích',
    'Giới thiệu hình ảnh tỉnh Lai Châu.',
    'II. Tổ chức thực hiện',
    '1. Các phòng, đơn vị',
    '- Phòng Thông tin - Báo chí - Xuất bản theo dõi, tổng hợp',
    '+ Tổng hợp trước ngày 25 hằng tháng',
    '| TT | Nội dung | Thời hạn |',
    '| 1 | Đăng tin, bài | 05/12/2026 |',
    'Phân công nhiệm vụ tại Phụ lục kèm theo.',
    'Phụ lục ngang: Phân công nhiệm vụ',
    '| TT | Nội dung | Đơn vị chủ trì |',
    '| 1 | Cổ động trực quan | Trung tâm Văn hóa Nghệ thuật tỉnh |',
  ].join('\n'),
  recipients: ['Các phòng, đơn vị thuộc Sở'],
  draftingSymbol: 'TTBCXB',
  fields: [],
  values: {},
  urgency: 'KHẨN',
};

test.each(Object.entries(kindNames))('%s (%s) as written here passes the checker, draft and signed', async (kind) => {
  for (const unit of [department, commune])
    for (const number of [null, 7]) {
      const letterhead = letterheadOf(unit);
      const document = toOfficialDocument({
        kind,
        content: kind === letterKind ? { ...content, subject: 'công tác thông tin đối ngoại' } : content,
        letterhead,
        number,
        date: number === null ? null : '2026-11-25',
        year: 2026,
        signer: { ...letterhead.signer, name: 'Nguyễn Văn Ví Dụ' },
        isExample: number === null,
      });
      const { findings } = checkDocument(await writeOfficialDocument(document));
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
});

test.each(Object.entries(exampleDocuments))('the example "%s" passes the checker', async (_, document) => {
  const { findings } = checkDocument(await writeOfficialDocument(document));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

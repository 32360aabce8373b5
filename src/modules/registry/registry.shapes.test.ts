import { expect, it } from 'vitest';
import { documentContent } from './registry.shapes.contract.ts';

it('a letter that urges every commune of the province with all its tasks can be opened and kept', () => {
  const row = `| 12 | ${'Tổ chức tuyên truyền cổ động trực quan tại các khu vực, địa bàn được phân công. '.repeat(3)} | 30/11/2026 | Quá hạn |`;
  const content = {
    subject: 'đôn đốc thực hiện nhiệm vụ',
    addressees: ['{{noi_nhan}}'],
    bases: [],
    body: '{{noi_dung}}',
    recipients: [],
    draftingSymbol: '',
    fields: [],
    urgency: null,
  };
  const values = { noi_dung: Array.from({ length: 38 * 60 }, () => row).join('\n') };
  expect(documentContent.safeParse({ ...content, values }).success).toBe(true);
});

import { describe, expect, it } from 'vitest';
import type { ReviewedDirective } from '../directives.contract.ts';
import { applyReview, type Review } from './apply-review.ts';
import { listClauses } from './parser/clause-queries.ts';
import { parseDirective } from './parser/parse-directive.ts';

const text = `SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
Số: 7/HD-SVHTTDL
HƯỚNG DẪN
Công tác thông tin đối ngoại năm 2026

Căn cứ Nghi quyết của tỉnh về phát triển văn hóa, xã hôi giai đoạn 2026 - 2030;

I. NỘI DUNG
1. Tuyên truyền trên Công Thông tin
điện tử tỉnh và Công Thông tin điện tử của các xã, phường.
2. Phối hợp với Phòng Quản lý văn hóa và gia đình để tổ chức hoạt động.`;

const read: ReviewedDirective = { ...parseDirective(text), decisions: {} };
const slipsOf = (before: string) =>
  read.repairs.flatMap((repair, index) => (repair.before.replace(/\s+/g, ' ') === before ? [String(index)] : []));
const clauseAt = (directive: ReviewedDirective, path: string) =>
  listClauses(directive).find(({ clause }) => clause.path === path)?.clause;
const review = (parts: Partial<Review>): Review => ({
  heading: { number: 7, symbol: 'HD-SVHTTDL', subject: read.subject ?? '', date: null, year: 2026 },
  clauses: [],
  decisions: {},
  ...parts,
});

describe('a review', () => {
  it('mends exactly the slip that was accepted where two are alike, also across a broken line', () => {
    const [first, second] = slipsOf('Công Thông tin');
    const after = applyReview(read, review({ decisions: { [String(second)]: 'accepted' } }));
    expect(clauseAt(after, 'I.1')?.text).toBe(
      'Tuyên truyền trên Công Thông tin điện tử tỉnh và Cổng Thông tin điện tử của các xã, phường.',
    );
    const both = applyReview(after, review({ decisions: { [String(first)]: 'accepted' } }));
    expect(clauseAt(both, 'I.1')?.text).toContain('trên Cổng Thông tin điện tử tỉnh và Cổng Thông tin');
    expect(applyReview(both, review({ decisions: both.decisions }))).toEqual(both);
  });

  it('mends the preamble too, and leaves what was declined', () => {
    const [resolution] = slipsOf('Nghi quyết');
    const [society] = slipsOf('xã hôi');
    const after = applyReview(
      read,
      review({ decisions: { [String(resolution)]: 'accepted', [String(society)]: 'declined' } }),
    );
    expect(after.preamble[0]).toContain('Căn cứ Nghị quyết của tỉnh về phát triển văn hóa, xã hôi');
  });

  it('keeps a mention of a name as a piece of the mended wording', () => {
    const slips = slipsOf('Công Thông tin');
    const after = applyReview(
      read,
      review({ decisions: Object.fromEntries(slips.map((slip) => [slip, 'accepted' as const])) }),
    );
    const clause = clauseAt(after, 'I.1');
    for (const channel of clause?.channels ?? []) expect(clause?.text).toContain(channel.text);
  });

  it('takes units that a person changed as their choice, and units left alone as read', () => {
    const clause = clauseAt(read, 'I.2');
    const change = { path: 'I.2', title: null, text: 'Nội dung mới.', nature: 'assignment', mode: 'assigned' } as const;
    // "Phối hợp với Phòng …": it helps, and nobody leads.
    expect(clause?.units).toMatchObject([{ unitId: 'phong-qlvhgd', role: 'supporting' }]);
    const unitIds: string[] = [];
    const left = applyReview(read, review({ clauses: [{ ...change, unitIds, channelIds: [] }] }));
    expect(clauseAt(left, 'I.2')?.units).toEqual(clause?.units);
    const added = [...unitIds, 'tt-vhnt'];
    const changed = applyReview(read, review({ clauses: [{ ...change, unitIds: added, channelIds: ['cong-ttdn'] }] }));
    expect(clauseAt(changed, 'I.2')).toMatchObject({
      text: 'Nội dung mới.',
      units: [{ text: '', unitId: 'tt-vhnt', role: 'lead' }, ...(clause?.units ?? [])],
      channels: [{ text: '', channelId: 'cong-ttdn' }],
    });
    const duty = {
      supportingUnitIds: [],
      dueOn: '2026-05-01',
      rhythm: 'monthly',
      expected: { kind: 'tin', count: 2 },
    } as const;
    const asked = applyReview(
      read,
      review({ clauses: [{ ...change, unitIds: ['phong-qlvhgd'], channelIds: [], ...duty, supportingUnitIds: [] }] }),
    );
    expect(clauseAt(asked, 'I.2')).toMatchObject({
      units: [{ text: '', unitId: 'phong-qlvhgd', role: 'lead' }],
      dueOn: '2026-05-01',
      rhythm: 'monthly',
      expected: { kind: 'tin', count: 2 },
    });
  });
});

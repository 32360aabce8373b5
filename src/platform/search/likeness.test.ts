import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf, matchClauses } from './likeness.ts';

const visual = 'Tổ chức tuyên truyền cổ động trực quan tại các khu vực, địa bàn được phân công.';
const stage = 'Tổ chức các hoạt động biểu diễn nghệ thuật, tuyên truyền lưu động, chiếu phim, triển lãm.';

test('a clause is wholly like itself, whatever the year in it, and likeness is the same both ways', () => {
  expect(likenessOf('Công tác năm 2025', 'Công tác năm 2026')).toBe(1);
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const likeness = likenessOf(one, other);
      expect(likeness).toBe(likenessOf(other, one));
      expect(likeness >= 0 && likeness <= 1).toBe(true);
    }),
  );
});

test('each clause is matched with the one most like it, and none is used twice', () => {
  const earlier = [
    { id: 'old-stage', text: stage.replace('chiếu phim', 'chiếu phim lưu động phục vụ cơ sở') },
    { id: 'old-visual', text: visual.replace('khu vực', 'xã, khu vực') },
  ];
  const clauses = [
    { id: 'visual', text: visual },
    { id: 'stage', text: stage },
    { id: 'new', text: 'Chuẩn bị cho Diễn đàn Hợp tác kinh tế châu Á - Thái Bình Dương' },
  ];
  expect(matchClauses(clauses, earlier).map((pair) => [pair.clauseId, pair.fromClauseId])).toEqual([
    ['visual', 'old-visual'],
    ['stage', 'old-stage'],
  ]);
});

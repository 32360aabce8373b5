import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDirective } from '../../directives/server/parser/parse-directive.ts';
import { suggestClauses } from './suggest-clauses.ts';

const guidance = readFileSync(new URL('../../../../data/guidance/huong-dan-2026.txt', import.meta.url), 'utf8');

interface Node {
  readonly path: string;
  readonly text: string;
  readonly title: string | null;
  readonly nature: string;
  readonly children: readonly Node[];
}
function leaves(nodes: readonly Node[], above: string): { clauseId: string; text: string }[] {
  return nodes.flatMap((node) =>
    node.children.length > 0
      ? leaves(node.children, node.text || (node.title ?? ''))
      : node.nature === 'content'
        ? [{ clauseId: node.path, text: `${above}\n${node.text}` }]
        : [],
  );
}
const clauses = leaves(parseDirective(guidance).clauses, '');
const suggestedFor = (text: string) => suggestClauses(text, clauses).map((one) => one.clauseId);

test('the guidance has content clauses to suggest from', () => {
  expect(clauses.length).toBe(15);
});

test('a story on the election is brought to the clause on the election', () => {
  const text =
    'Cử tri Lai Châu nô nức đi bầu cử đại biểu Quốc hội khóa XVI. Sáng 15/3/2026, không khí phấn khởi, tin tưởng của cử tri tại các điểm bỏ phiếu đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031, thật sự là Ngày hội của toàn dân.';
  expect(suggestedFor(text)[0]).toBe('I.1.2/2');
});

test('a story on cooperation with Korea is brought to the clause on Korea, also without accents', () => {
  const text =
    'Doan cong tac tinh Lai Chau tham thanh pho Mungyeong (Han Quoc). Quan he hop tac giua tinh Lai Chau voi cac dia phuong cua Han Quoc ngay cang phat trien.';
  expect(suggestedFor(text)[0]).toBe('I.1.3/4');
});

test('a story that serves no clause gets none', () => {
  expect(suggestedFor('Thông báo lịch nghỉ trực máy chủ tuần này, xin bạn đọc thông cảm.')).toEqual([]);
  expect(suggestedFor('')).toEqual([]);
  expect(suggestClauses('abc', [])).toEqual([]);
});

test('the words that led to a suggestion are shown as they stand in the clause', () => {
  const [first] = suggestClauses(
    'Chống khai thác hải sản bất hợp pháp (IUU) trên Biển Đông, bảo vệ môi trường biển',
    clauses,
  );
  expect(first?.sharedWords.join(' ')).toContain('khai thác hải');
});

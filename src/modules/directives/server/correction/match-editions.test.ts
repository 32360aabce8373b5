import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchEditions } from './match-editions.ts';

const earlier = [
  { id: 'a', path: 'I.1', text: 'Tuyên truyền về đường lối đối ngoại độc lập, tự chủ' },
  { id: 'b', path: 'I.2', text: 'Giới thiệu tiềm năng du lịch của tỉnh' },
  { id: 'c', path: 'I.3', text: 'Đăng tin bằng tiếng Lào và tiếng Trung Quốc' },
];

describe('clauses of a corrected edition', () => {
  it('are known again where a clause was put between them, reworded, or taken out', () => {
    const found = matchEditions(
      [
        { path: 'I.1', text: 'Tuyên truyền về đường lối đối ngoại độc lập, tự chủ' },
        { path: 'I.2', text: 'Bảo đảm kinh phí thực hiện' },
        { path: 'I.3', text: 'Giới thiệu tiềm năng, thế mạnh du lịch của tỉnh' },
      ],
      earlier,
    );
    expect(Object.fromEntries(found)).toEqual({ 'I.1': 'a', 'I.3': 'b' });
  });

  it('that changed places are known by their words', () => {
    const found = matchEditions(
      [
        { path: 'I.1', text: 'Giới thiệu tiềm năng du lịch của tỉnh' },
        { path: 'I.2', text: 'Tuyên truyền về đường lối đối ngoại độc lập, tự chủ' },
      ],
      earlier,
    );
    expect(Object.fromEntries(found)).toEqual({ 'I.1': 'b', 'I.2': 'a' });
  });

  it('of the same document are all the same, and none is ever used twice', () => {
    const words = fc.array(fc.constantFrom('tin', 'bài', 'lễ hội', 'biên giới', 'du lịch', 'chè'), {
      minLength: 1,
      maxLength: 6,
    });
    const tree = fc
      .array(words, { maxLength: 12 })
      .map((texts) => texts.map((each, index) => ({ id: `id${index}`, path: `I.${index + 1}`, text: each.join(' ') })));
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        expect([...matchEditions(one, one)]).toEqual(one.map((clause) => [clause.path, clause.id]));
        const found = [...matchEditions(one, other).values()];
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
